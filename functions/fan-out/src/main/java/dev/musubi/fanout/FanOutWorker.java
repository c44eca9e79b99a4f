package dev.musubi.fanout;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.reminding.RestockWaves;
import dev.musubi.core.reminding.StockReading;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.sending.Work;
import dev.musubi.lambda.Batch;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Reads shards and what is to be done about stock from the queue, and works on each for at most
 * {@link #STRETCH}, well within the function's timeout.
 */
final class FanOutWorker {

  static final Duration STRETCH = Duration.ofSeconds(80);

  private final WorkCodec codec = new WorkCodec();
  private final Batch batch;
  private final FanOut fanOut;
  private final StockReading reading;
  private final RestockWaves waves;
  private final InstantSource clock;

  FanOutWorker(
      Batch batch, FanOut fanOut, StockReading reading, RestockWaves waves, InstantSource clock) {
    this.batch = batch;
    this.fanOut = fanOut;
    this.reading = reading;
    this.waves = waves;
    this.clock = clock;
  }

  SQSBatchResponse work(SQSEvent event) {
    return batch.each(event, body -> codec.read(body, Work.class), this::work);
  }

  private void work(Work work) {
    Instant until = clock.instant().plus(STRETCH);
    switch (work) {
      case RunShard shard -> fanOut.work(shard, until);
      case StockWork.Read read -> reading.work(read, until);
      case StockWork.Tell tell -> waves.work(tell, until);
      case SendIntent intent -> throw misplaced();
      case Chore chore -> throw misplaced();
    }
  }

  private static IllegalArgumentException misplaced() {
    return new IllegalArgumentException("this queue is not for such work");
  }
}
