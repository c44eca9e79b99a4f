package dev.musubi.fanout;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.sending.RunShard;
import dev.musubi.lambda.Batch;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Reads shards from the queue and works on each for at most {@link #STRETCH}, well within the
 * function's timeout.
 */
final class FanOutWorker {

  static final Duration STRETCH = Duration.ofSeconds(80);

  private final WorkCodec codec = new WorkCodec();
  private final Batch batch;
  private final FanOut fanOut;
  private final InstantSource clock;

  FanOutWorker(Batch batch, FanOut fanOut, InstantSource clock) {
    this.batch = batch;
    this.fanOut = fanOut;
    this.clock = clock;
  }

  SQSBatchResponse work(SQSEvent event) {
    return batch.each(
        event,
        body -> codec.read(body, RunShard.class),
        shard -> fanOut.work(shard, clock.instant().plus(STRETCH)));
  }
}
