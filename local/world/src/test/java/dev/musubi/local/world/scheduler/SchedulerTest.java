package dev.musubi.local.world.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.TemplateReader;
import dev.musubi.local.world.clock.Agenda.Fired;
import dev.musubi.local.world.scheduler.QueueTarget.Delivery;
import dev.musubi.local.world.scheduler.QueueTarget.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final Instant START = Instant.parse("2026-03-01T00:05:00Z");
  private static final Instant DUE = Instant.parse("2026-03-01T00:10:00Z");
  private static final String WORK = "arn:aws:sqs:ap-northeast-1:000000000000:demo-Work";
  private static final String DEAD = "arn:aws:sqs:ap-northeast-1:000000000000:demo-Dead";

  private final List<Message> sent = new ArrayList<>();
  private final List<String> started = new ArrayList<>();
  private Delivery next = new Delivery.Accepted();
  private final Scheduler scheduler = scheduler();

  private Scheduler scheduler() {
    Physical physical =
        new Physical(
            "demo",
            "ap-northeast-1",
            "000000000000",
            URI.create("http://127.0.0.1:1"),
            URI.create("http://127.0.0.1:2"));
    Stack stack = new TemplateReader(physical, Map.of()).read(template());
    return new Scheduler(
        physical,
        stack,
        InstantSource.fixed(START),
        message -> {
          sent.add(message);
          return message.queueArn().equals(DEAD) ? new Delivery.Accepted() : next;
        },
        (function, event) -> started.add(event));
  }

  private static String template() {
    try (var in = SchedulerTest.class.getResourceAsStream("/front-door.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode document(String queueArn, String more) {
    try {
      return new ObjectMapper()
          .readTree(
              """
              {"ScheduleExpression": "at(2026-03-01T09:10:00)", "ScheduleExpressionTimezone": "Asia/Tokyo",
               "FlexibleTimeWindow": {"Mode": "OFF"}, "ActionAfterCompletion": "DELETE",
               "Target": {"Arn": "%s", "RoleArn": "arn:aws:iam::000000000000:role/demo-LaterRole",
                 "Input": "due <aws.scheduler.scheduled-time>",
                 "DeadLetterConfig": {"Arn": "%s"}%s}}
              """
                  .formatted(queueArn, DEAD, more));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ScheduleId id(String name) {
    return new ScheduleId("later", name);
  }

  private List<String> queues() {
    return sent.stream().map(Message::queueArn).toList();
  }

  @Test
  void a_queue_gets_the_input_with_the_time_it_was_scheduled_for() {
    scheduler.create(id("a"), document(WORK, ", \"SqsParameters\": {\"MessageGroupId\": \"g\"}"));
    scheduler.fire(DUE);
    assertThat(sent.getFirst().body()).isEqualTo("due 2026-03-01T00:10:00Z");
    assertThat(sent.getFirst().groupId()).contains("g");
  }

  @Test
  void a_delivery_that_fails_is_tried_again_later_until_it_succeeds() {
    scheduler.create(id("a"), document(WORK, ""));
    next = new Delivery.Unavailable("down");
    scheduler.fire(DUE);
    assertThat(scheduler.next().orElseThrow().at()).isEqualTo(DUE.plus(Duration.ofMinutes(1)));
    next = new Delivery.Accepted();
    scheduler.fire(DUE.plus(Duration.ofMinutes(1)));
    assertThat(queues()).containsExactly(WORK, WORK);
    assertThatThrownBy(() -> scheduler.get(id("a"))).isInstanceOf(ScheduleRefused.class);
  }

  @Test
  void after_the_last_retry_the_dead_letter_queue_has_it() {
    scheduler.create(id("a"), document(WORK, ", \"RetryPolicy\": {\"MaximumRetryAttempts\": 1}"));
    next = new Delivery.Unavailable("down");
    scheduler.fire(DUE.plus(Duration.ofMinutes(1)));
    assertThat(queues()).containsExactly(WORK, WORK, DEAD);
  }

  @Test
  void what_the_role_does_not_grant_goes_to_the_dead_letter_queue_without_a_retry() {
    scheduler.create(id("a"), document(WORK.replace("Work", "Other"), ""));
    scheduler.fire(DUE);
    assertThat(queues()).containsExactly(DEAD);
  }

  @Test
  void a_property_that_is_not_known_is_refused() {
    assertThatThrownBy(() -> scheduler.create(id("a"), document(WORK, ", \"EcsParameters\": {}")))
        .hasMessage("The local world does not know 'Target.EcsParameters'.");
    assertThatThrownBy(() -> scheduler.create(id("a"), document("arn:aws:lambda:::f", "")))
        .hasMessageContaining("to SQS only");
  }

  @Test
  void rules_and_schedules_fire_in_one_order() {
    scheduler.create(id("a"), document(WORK, ""));
    assertThat(scheduler.fire(Instant.parse("2026-03-01T00:30:00Z")))
        .containsExactly(
            new Fired(DUE, "a", "demo-Work"),
            new Fired(Instant.parse("2026-03-01T00:15:00Z"), "tick", "Push"),
            new Fired(Instant.parse("2026-03-01T00:30:00Z"), "tick", "Push"));
    assertThat(started).hasSize(2);
    assertThat(started.getFirst())
        .contains("\"source\":\"aws.scheduler\"")
        .contains("\"time\":\"2026-03-01T00:15:00Z\"");
  }

  @Test
  void crons_keep_to_their_zone_and_rates_to_their_start() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Recurrence daily = Recurrence.parse("cron(0 18 ? * MON-FRI *)", berlin, START);
    assertThat(daily.after(Instant.parse("2026-03-27T17:00:00Z")))
        .contains(Instant.parse("2026-03-30T16:00:00Z"));
    Recurrence rate = Recurrence.parse("rate(2 hours)", ZoneId.of("UTC"), START);
    assertThat(rate.after(START.plus(Duration.ofHours(2))))
        .contains(START.plus(Duration.ofHours(4)));
    assertThatThrownBy(() -> Recurrence.parse("rate(0 days)", berlin, START))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
