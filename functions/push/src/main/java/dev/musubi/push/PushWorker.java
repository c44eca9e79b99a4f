package dev.musubi.push;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.sending.Disposition;
import dev.musubi.core.sending.Push;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.lambda.Batch;
import dev.musubi.lambda.PacedByClock;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads intents from the queues and has them judged together. */
final class PushWorker {

  private final WorkCodec codec = new WorkCodec();
  private final Batch batch;
  private final Push push;
  private final PacedByClock pacer;

  PushWorker(Batch batch, Push push, PacedByClock pacer) {
    this.batch = batch;
    this.push = push;
    this.pacer = pacer;
  }

  /** The pace starts empty: what an idle environment saved up would add to that of the others. */
  SQSBatchResponse work(SQSEvent event) {
    pacer.begin();
    return batch.together(event, body -> codec.read(body, SendIntent.class), this::handle);
  }

  private List<Optional<Duration>> handle(List<Batch.Received<SendIntent>> received) {
    List<Push.Received> intents =
        received.stream().map(r -> new Push.Received(r.content(), r.receives())).toList();
    return push.handle(intents).stream().map(PushWorker::delay).toList();
  }

  private static Optional<Duration> delay(Disposition disposition) {
    return switch (disposition) {
      case Disposition.RetryAfter(Duration delay) -> Optional.of(delay);
      case Disposition.Acknowledge done -> Optional.empty();
      case Disposition.Later done -> Optional.empty();
      case Disposition.Park done -> Optional.empty();
    };
  }
}
