package dev.musubi.chores;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.sending.Chore;
import dev.musubi.lambda.Batch;
import dev.musubi.wire.WorkCodec;

/** Reads chores from the queue and carries them out. */
final class ChoresWorker {

  private final WorkCodec codec = new WorkCodec();
  private final Batch batch;
  private final Housekeeping housekeeping;

  ChoresWorker(Batch batch, Housekeeping housekeeping) {
    this.batch = batch;
    this.housekeeping = housekeeping;
  }

  SQSBatchResponse work(SQSEvent event) {
    return batch.each(event, body -> codec.read(body, Chore.class), housekeeping::carryOut);
  }
}
