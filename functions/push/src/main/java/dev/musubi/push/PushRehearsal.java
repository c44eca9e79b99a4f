package dev.musubi.push;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.ShopId;
import dev.musubi.lambda.Rehearsal;
import dev.musubi.wire.WorkCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An intent of a shop that is not registered: it is read, its shop is looked for, and that is all.
 */
record PushRehearsal(PushWorker worker) implements Runnable {

  private static final LocalDate THEN = LocalDate.of(2026, 1, 1);

  @Override
  public void run() {
    SendIntent intent =
        new SendIntent(
            new ShopId(Rehearsal.NOBODY),
            new Addressee.Customer(new CustomerId(1)),
            new Subject.Viewed(THEN),
            Lane.BULK,
            Instant.EPOCH,
            Instant.EPOCH);
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId("rehearsal");
    message.setBody(new WorkCodec().write(intent));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    worker.work(event);
  }
}
