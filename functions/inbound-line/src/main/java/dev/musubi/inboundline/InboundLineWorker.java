package dev.musubi.inboundline;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawLine;
import dev.musubi.core.shop.Shops;
import dev.musubi.lambda.Batch;
import dev.musubi.line.events.LineEvents;

/** Reads verified events from the queue and has them acted on, each by itself. */
final class InboundLineWorker {

  private final RawCodec codec = new RawCodec();
  private final LineEvents events = new LineEvents();
  private final Batch batch;
  private final Shops shops;
  private final Conversation conversation;

  InboundLineWorker(Batch batch, Shops shops, Conversation conversation) {
    this.batch = batch;
    this.shops = shops;
    this.conversation = conversation;
  }

  SQSBatchResponse work(SQSEvent event) {
    return batch.each(event, codec::line, this::hear);
  }

  /** An event that came before its shop was registered waits for it in the queue. */
  private void hear(RawLine line) {
    conversation.hear(
        shops
            .find(line.shop())
            .orElseThrow(() -> new IllegalStateException("the shop is not registered")),
        events.read(line.eventJson()));
  }
}
