package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.musubi.core.sending.Meter;
import dev.musubi.core.sending.Result;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final List<RuntimeException> failures = new ArrayList<>();
  private final List<Instant> queued = new ArrayList<>();
  private final Map<String, Duration> givenBack = new TreeMap<>();
  private final Batch batch = new Batch(meter(), (arn, delays) -> givenBack.putAll(delays));

  @Test
  void a_batch_whose_work_is_done_has_no_failures() {
    List<Integer> done = new ArrayList<>();
    assertThat(failed(batch.each(event("1", "2"), Integer::parseInt, done::add))).isEmpty();
    assertThat(done).containsExactly(1, 2);
    assertThat(givenBack).isEmpty();
  }

  @Test
  void a_message_that_cannot_be_read_fails_alone() {
    List<Integer> done = new ArrayList<>();
    assertThat(failed(batch.each(event("1", "?", "3"), Integer::parseInt, done::add)))
        .containsExactly("id of ?");
    assertThat(done).containsExactly(1, 3);
    assertThat(failures).singleElement().isInstanceOf(NumberFormatException.class);
  }

  @Test
  void a_message_whose_work_throws_fails_alone_and_comes_back_later() {
    SQSEvent event = event("1", "0", "2");
    event.getRecords().get(1).setAttributes(Map.of("ApproximateReceiveCount", "4"));
    assertThat(failed(batch.each(event, Integer::parseInt, n -> assertThat(1 / n).isNotNegative())))
        .containsExactly("id of 0");
    assertThat(givenBack).containsExactly(Map.entry("handle of 0", Duration.ofSeconds(240)));
  }

  @Test
  void the_meter_learns_when_each_message_was_queued() {
    SQSEvent event = event("1");
    event.getRecords().getFirst().setAttributes(Map.of("SentTimestamp", "1000"));
    batch.each(event, Integer::parseInt, n -> {});
    assertThat(queued).containsExactly(Instant.ofEpochSecond(1));
  }

  @Test
  void work_in_one_call_says_itself_which_message_comes_back_and_when() {
    SQSBatchResponse answer =
        batch.together(
            event("1", "2"),
            Integer::parseInt,
            all -> List.of(Optional.empty(), Optional.of(Duration.ofSeconds(7))));
    assertThat(failed(answer)).containsExactly("id of 2");
    assertThat(givenBack).containsExactly(Map.entry("handle of 2", Duration.ofSeconds(7)));
    assertThat(failures).isEmpty();
  }

  @Test
  void work_in_one_call_that_throws_fails_every_message() {
    SQSBatchResponse answer =
        batch.together(
            event("1", "2"),
            Integer::parseInt,
            all -> {
              throw new IllegalStateException("down");
            });
    assertThat(failed(answer)).containsExactly("id of 1", "id of 2");
  }

  @Test
  void a_failed_message_stays_failed_when_its_delay_cannot_be_set() {
    Batch broken =
        new Batch(
            meter(),
            (arn, delays) -> {
              throw new IllegalStateException("queue is down");
            });
    assertThat(failed(broken.each(event("?"), Integer::parseInt, n -> {}))).hasSize(1);
    assertThat(failures).hasSize(2);
  }

  private static List<String> failed(SQSBatchResponse answer) {
    return answer.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSEvent event(String... bodies) {
    List<SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSMessage message = new SQSMessage();
      message.setMessageId("id of " + body);
      message.setReceiptHandle("handle of " + body);
      message.setEventSourceArn("arn:aws:sqs:eu-north-1:000000000000:work");
      message.setBody(body);
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  private Meter meter() {
    return new Meter() {
      @Override
      public void flush() {}

      @Override
      public void count(Result result) {
        throw new AssertionError("a batch counts failures only");
      }

      @Override
      public void paused(ShopId shop) {
        throw new AssertionError("a batch counts failures only");
      }

      @Override
      public void subscriptionsLost(ShopId shop, int count) {
        throw new AssertionError("a batch counts failures only");
      }

      @Override
      public void ordersMissed(ShopId shop, int count) {
        throw new AssertionError("a batch counts failures only");
      }

      @Override
      public void failed(RuntimeException cause) {
        failures.add(cause);
      }

      @Override
      public void queued(Instant at) {
        queued.add(at);
      }
    };
  }
}
