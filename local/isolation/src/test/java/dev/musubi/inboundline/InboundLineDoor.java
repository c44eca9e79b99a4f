package dev.musubi.inboundline;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.sending.Receipts;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.Stores;
import java.util.function.Function;

/** Opens the function to the walk through all of them. */
public final class InboundLineDoor {

  private InboundLineDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Stores stores) {
    Chat chat = new Chat(new FlexRenderer(OwnTemplates.NONE), stores.sender());
    Linking linking =
        new Linking(stores.links(), stores.friends(), stores.outbox(), chat, stores.clock());
    return new InboundLineWorker(
            new Batch(stores.meter(), (queue, delays) -> {}),
            stores.shops(),
            new Conversation(
                stores.recipients(),
                linking,
                stores.outbox(),
                chat,
                new Receipts(stores.notices(), stores.deliveries())))
        ::work;
  }
}
