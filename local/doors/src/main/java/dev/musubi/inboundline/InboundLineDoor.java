package dev.musubi.inboundline;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.sending.Receipts;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.lambda.Batch;
import dev.musubi.local.doors.Ports;
import java.util.function.Function;

/** Opens the function: wired to ports as its own wiring does to AWS. */
public final class InboundLineDoor {

  private InboundLineDoor() {}

  public static Function<SQSEvent, SQSBatchResponse> over(Ports ports) {
    Chat chat = new Chat(ports.renderer(), ports.sender());
    Acquaintance acquaintance =
        new Acquaintance(new RecipientBook(ports.recipients()), ports.links());
    Linking linking =
        new Linking(
            ports.links(), ports.friends(), ports.outbox(), chat, acquaintance, ports.clock());
    return new InboundLineWorker(
            new Batch(ports.meter(), ports.giveBack()),
            ports.shops(),
            new Conversation(
                acquaintance,
                linking,
                new Preferring(acquaintance, chat, ports.clock()),
                ports.outbox(),
                chat,
                new Receipts(ports.notices(), ports.deliveries())))
        ::work;
  }
}
