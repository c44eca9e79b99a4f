package dev.musubi.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.musubi.core.sending.Meter;
import dev.musubi.core.sending.SendTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that turns a batch of queue messages into work and answers which of them failed: a
 * message that can't be read, or whose work throws, fails alone and comes back 30 s × 2ⁿ later,
 * until the queue's tenth receive puts it into the dead-letter queue.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial
 *     batch responses</a>
 */
public final class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  private final Meter meter;
  private final GiveBack giveBack;

  public Batch(Meter meter, GiveBack giveBack) {
    this.meter = meter;
    this.giveBack = giveBack;
  }

  /** Makes messages visible again after a time, by their receipt handles. */
  @FunctionalInterface
  public interface GiveBack {
    void after(String queueArn, Map<String, Duration> delays);
  }

  /** What a message said; {@code receives} counts from 1. */
  public record Received<T>(T content, int receives) {}

  /** Does each message's work by itself, one after the other. */
  public <T> SQSBatchResponse each(SQSEvent event, Function<String, T> read, Consumer<T> work) {
    return together(
        event, read, batch -> batch.stream().map(received -> one(received, work)).toList());
  }

  /**
   * Does all readable messages' work in one call, which answers for each, in their order: nothing
   * when it is done, or the time after which it comes back.
   */
  public <T> SQSBatchResponse together(
      SQSEvent event,
      Function<String, T> read,
      Function<List<Received<T>>, List<Optional<Duration>>> work) {
    Map<SQSMessage, Duration> failed = new LinkedHashMap<>();
    List<SQSMessage> messages = new ArrayList<>();
    List<Received<T>> batch = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      attribute(message, "SentTimestamp")
          .ifPresent(sent -> meter.queued(Instant.ofEpochMilli(Long.parseLong(sent))));
      try {
        batch.add(new Received<>(read.apply(message.getBody()), receives(message)));
        messages.add(message);
      } catch (RuntimeException e) {
        failed.put(message, failure(message, e));
      }
    }
    if (!batch.isEmpty()) {
      List<Optional<Duration>> answers = answers(batch, work);
      for (int i = 0; i < messages.size(); i++) {
        SQSMessage message = messages.get(i);
        answers.get(i).ifPresent(delay -> failed.put(message, delay));
      }
    }
    giveBack(failed);
    meter.flush();
    return new SQSBatchResponse(
        failed.keySet().stream().map(m -> new BatchItemFailure(m.getMessageId())).toList());
  }

  private <T> Optional<Duration> one(Received<T> received, Consumer<T> work) {
    try {
      work.accept(received.content());
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(failure(received.receives(), e));
    }
  }

  private <T> List<Optional<Duration>> answers(
      List<Received<T>> batch, Function<List<Received<T>>, List<Optional<Duration>>> work) {
    try {
      List<Optional<Duration>> answers = work.apply(batch);
      if (answers.size() != batch.size()) {
        throw new IllegalStateException("every message needs an answer");
      }
      return answers;
    } catch (RuntimeException e) {
      return batch.stream().map(received -> Optional.of(failure(received.receives(), e))).toList();
    }
  }

  private Duration failure(SQSMessage message, RuntimeException cause) {
    LOG.error("message {} can't be read", message.getMessageId());
    return failure(receives(message), cause);
  }

  private Duration failure(int receives, RuntimeException cause) {
    meter.failed(cause);
    return SendTable.backOff(receives);
  }

  /** A message whose delay could not be set comes back when its visibility lapses by itself. */
  private void giveBack(Map<SQSMessage, Duration> failed) {
    Map<String, Map<String, Duration>> byQueue = new LinkedHashMap<>();
    failed.forEach(
        (message, delay) ->
            byQueue
                .computeIfAbsent(message.getEventSourceArn(), arn -> new LinkedHashMap<>())
                .put(message.getReceiptHandle(), delay));
    byQueue.forEach(
        (arn, delays) -> {
          try {
            giveBack.after(arn, delays);
          } catch (RuntimeException e) {
            meter.failed(e);
          }
        });
  }

  private static int receives(SQSMessage message) {
    return attribute(message, "ApproximateReceiveCount").map(Integer::parseInt).orElse(1);
  }

  private static Optional<String> attribute(SQSMessage message, String name) {
    return Optional.ofNullable(message.getAttributes()).map(attributes -> attributes.get(name));
  }
}
