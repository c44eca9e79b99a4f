package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Queue;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.Triggers.QueueSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * Rule 8: no message is lost in silence or worked on twice at a time: a queue that a function reads
 * has a dead-letter queue, every queue where messages end has an alarm, visibility is six times the
 * timeout, and one message of a batch can fail alone.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html">Queues as
 *     event sources</a>
 */
class QueuesAreGuardedTest {

  private static final int LINES_LIMIT = 2_000;
  private static final int MOST_A_SECOND = 1_900;

  @Test
  void every_queue_that_is_read_has_a_dead_letter_queue() {
    assertThat(unguarded(Template.stack())).isEmpty();
  }

  @Test
  void a_queue_without_a_dead_letter_queue_is_found() {
    Stack stack =
        Template.with(
            """
                  RedrivePolicy:
                    deadLetterTargetArn: !GetAtt BulkDeadLetterQueue.Arn
                    maxReceiveCount: 10
            """,
            "");

    assertThat(unguarded(stack)).containsExactly("BulkQueue");
  }

  @Test
  void every_queue_where_messages_end_has_an_alarm_and_every_queue_that_is_read_an_age_alarm() {
    assertThat(silent(Template.stack())).isEmpty();
  }

  @Test
  void a_queue_without_an_alarm_is_found() {
    assertThat(silent(Template.with("!GetAtt UnknownQueue.QueueName", "nothing")))
        .containsExactly("UnknownQueue has no alarm on ApproximateNumberOfMessagesVisible");
    assertThat(silent(Template.with("!GetAtt BulkQueue.QueueName", "nothing")))
        .containsExactly("BulkQueue has no alarm on ApproximateAgeOfOldestMessage");
  }

  @Test
  void visibility_is_at_least_six_times_the_timeout() {
    assertThat(hasty(Template.stack())).isEmpty();
  }

  @Test
  void a_visibility_that_is_too_short_is_found() {
    assertThat(hasty(Template.with("VisibilityTimeout: 720", "VisibilityTimeout: 719")))
        .containsExactly("FanOutQueue");
  }

  @Test
  void a_batch_reports_its_failures_one_by_one() {
    assertThat(allOrNothing(Template.stack())).isEmpty();
  }

  @Test
  void a_batch_that_fails_as_a_whole_is_found() {
    Stack stack =
        Template.with("FunctionResponseTypes: [ReportBatchItemFailures]", "Enabled: true");

    assertThat(allOrNothing(stack)).contains("PushFunction", "ChoresFunction").hasSize(5);
  }

  @Test
  void a_batch_of_more_than_ten_without_a_window_is_not_even_read() {
    assertThatThrownBy(
            () ->
                Template.with(
                    "MaximumBatchingWindowInSeconds: 1", "MaximumBatchingWindowInSeconds: 0"))
        .hasMessageContaining("'MaximumBatchingWindowInSeconds' must be at least 1");
  }

  @Test
  void all_environments_of_push_together_stay_below_what_line_takes() {
    assertThat(MOST_A_SECOND).isLessThan(LINES_LIMIT);
    assertThat(pushesPerSecond(Template.stack())).isPositive().isLessThanOrEqualTo(MOST_A_SECOND);
  }

  @Test
  void an_environment_too_many_is_too_fast() {
    Stack stack = Template.with("MaximumConcurrency: 2}", "MaximumConcurrency: 3}");

    assertThat(pushesPerSecond(stack)).isGreaterThan(MOST_A_SECOND);
  }

  private static List<String> unguarded(Stack stack) {
    List<String> found = new ArrayList<>();
    sources(
        stack,
        (source, function) -> {
          Queue queue = stack.queueByArn(source.queueArn()).orElseThrow();
          if (queue.redrive().isEmpty()) {
            found.add(queue.named().logicalId());
          }
        });
    return found;
  }

  private static List<String> silent(Stack stack) {
    Map<String, String> wanted = new LinkedHashMap<>();
    stack.queues().forEach(q -> wanted.put(q.named().arn(), "ApproximateNumberOfMessagesVisible"));
    sources(stack, (source, f) -> wanted.put(source.queueArn(), "ApproximateAgeOfOldestMessage"));
    List<String> found = new ArrayList<>();
    for (Queue queue : stack.queues()) {
      String metric = wanted.get(queue.named().arn());
      if (stack.alarms().stream()
          .flatMap(alarm -> alarm.metric().stream())
          .noneMatch(
              m ->
                  m.namespace().equals("AWS/SQS")
                      && m.name().equals(metric)
                      && m.dimensions().containsValue(queue.named().name()))) {
        found.add(queue.named().logicalId() + " has no alarm on " + metric);
      }
    }
    return found;
  }

  private static List<String> hasty(Stack stack) {
    List<String> found = new ArrayList<>();
    sources(
        stack,
        (source, function) -> {
          Queue queue = stack.queueByArn(source.queueArn()).orElseThrow();
          Duration least = function.limits().timeout().multipliedBy(6);
          if (queue.times().visibility().compareTo(least) < 0) {
            found.add(queue.named().logicalId());
          }
        });
    return found;
  }

  private static List<String> allOrNothing(Stack stack) {
    List<String> found = new ArrayList<>();
    sources(
        stack,
        (source, function) -> {
          if (!source.reportsBatchItemFailures() && !found.contains(function.named().logicalId())) {
            found.add(function.named().logicalId());
          }
        });
    return found;
  }

  private static int pushesPerSecond(Stack stack) {
    LambdaFunction push = stack.function("PushFunction").orElseThrow();
    int environments =
        push.triggers().queues().stream()
            .mapToInt(source -> source.maximumConcurrency().orElseThrow())
            .sum();
    return environments * Integer.parseInt(push.environment().get("PUSHES_PER_SECOND"));
  }

  private static void sources(Stack stack, BiConsumer<QueueSource, LambdaFunction> each) {
    stack.functions().forEach(f -> f.triggers().queues().forEach(source -> each.accept(source, f)));
  }
}
