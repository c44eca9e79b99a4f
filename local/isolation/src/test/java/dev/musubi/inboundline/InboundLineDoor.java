package dev.musubi.inboundline;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.sending.Receipts;
import dev.musubi.core.sending.RecipientBook;
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
    Acquaintance acquaintance =
        new Acquaintance(new RecipientBook(stores.recipients()), stores.links());
    Linking linking =
        new Linking(
            stores.links(), stores.friends(), stores.outbox(), chat, acquaintance, stores.clock());
    return new InboundLineWorker(
            new Batch(stores.meter(), (queue, delays) -> {}),
            stores.shops(),
            new Conversation(
                acquaintance,
                linking,
                new Preferring(acquaintance, chat, stores.clock()),
                stores.outbox(),
                chat,
                new Receipts(stores.notices(), stores.deliveries())))
        ::work;
  }
}
