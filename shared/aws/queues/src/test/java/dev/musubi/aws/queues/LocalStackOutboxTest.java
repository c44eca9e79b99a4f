package dev.musubi.aws.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.ShopId;
import dev.musubi.testkit.contracts.OutboxContract;
import dev.musubi.wire.WorkCodec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The deployed outbox on LocalStack's SQS and EventBridge Scheduler, and where these are not like
 * AWS's. LocalStack keeps schedules and <a
 * href="https://docs.localstack.cloud/aws/services/scheduler/">never runs them</a>: what is sent
 * when one is due is judged on the local world alone.
 */
@EnabledIfEnvironmentVariable(
    named = "MUSUBI_LOCALSTACK",
    matches = "http.+",
    disabledReason = "LocalStack is not running: .ci/check-localstack runs this against one")
class LocalStackOutboxTest extends OutboxContract {

  private static final String GROUP = "later";
  private static final Instant DUE = Instant.parse("2031-01-01T09:00:00Z");

  private static LocalQueues local;
  private static SchedulerClient scheduler;

  private final WorkCodec codec = new WorkCodec();
  private Queues queues = Queues.NONE;

  @BeforeAll
  static void connect() {
    local = LocalQueues.localStack();
    scheduler =
        SchedulerClient.builder()
            .endpointOverride(URI.create(System.getenv("MUSUBI_LOCALSTACK")))
            .region(Region.AP_NORTHEAST_1)
            .credentialsProvider(LocalQueues.CREDENTIALS)
            .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
            .build();
    scheduler.createScheduleGroup(group -> group.name(GROUP));
  }

  @AfterAll
  static void disconnect() {
    scheduler.close();
    local.close();
  }

  @Override
  protected Outbox empty(InstantSource clock) {
    scheduler
        .listSchedulesPaginator(r -> r.groupName(GROUP))
        .schedules()
        .forEach(s -> scheduler.deleteSchedule(r -> r.groupName(GROUP).name(s.name())));
    queues =
        Queues.NONE
            .withPush(local.create("express"), local.create("bulk"))
            .withFanOut(local.create("fan-out"))
            .withChores(local.create("chores"))
            .withUnknown(local.create("unknown"));
    return outbox(GROUP, clock);
  }

  @Override
  protected List<Work> queued() {
    return Stream.of(queues.express(), queues.bulk(), queues.fanOut(), queues.chores())
        .flatMap(url -> bodies(url.orElseThrow()).stream())
        .map(codec::read)
        .toList();
  }

  @Override
  protected List<Scheduled> scheduled() {
    return scheduler.listSchedulesPaginator(r -> r.groupName(GROUP)).schedules().stream()
        .map(s -> scheduled(scheduler.getSchedule(r -> r.groupName(GROUP).name(s.name()))))
        .toList();
  }

  @Override
  protected List<SendIntent> parked() {
    return bodies(queues.unknown().orElseThrow()).stream()
        .map(body -> codec.read(body, SendIntent.class))
        .toList();
  }

  /**
   * At AWS the same <a
   * href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html">client
   * token</a> makes a repeated request a success; LocalStack ignores it. The outbox takes both for
   * done.
   */
  @Test
  void unlike_at_aws_a_repeated_request_is_a_conflict() {
    CreateScheduleRequest request =
        CreateScheduleRequest.builder()
            .name("once")
            .groupName(GROUP)
            .clientToken("the same")
            .scheduleExpression("at(2031-01-01T09:00:00)")
            .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
            .target(to -> to.arn("arn:aws:scheduler:::aws-sdk:sqs:sendMessage").roleArn(role()))
            .build();
    scheduler.createSchedule(request);

    assertThatThrownBy(() -> scheduler.createSchedule(request))
        .isInstanceOf(ConflictException.class);
  }

  /**
   * AWS answers 404 with <a
   * href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html#API_CreateSchedule_Errors">ResourceNotFoundException</a>,
   * which is not tried again. The caller fails with both.
   */
  @Test
  void unlike_at_aws_a_missing_group_is_an_internal_error() {
    Outbox outbox = outbox("nowhere", InstantSource.fixed(DUE));

    assertThatThrownBy(() -> outbox.at(DUE, new Chore.SetUp(new ShopId("kyoto-tea"))))
        .isInstanceOfSatisfying(
            SchedulerException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
  }

  /**
   * AWS takes <a
   * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html">43,200
   * seconds</a> at the most, counted from the receive; the outbox's own limit is eleven hours, and
   * is held on ElasticMQ, too.
   */
  @Test
  void unlike_at_aws_a_message_can_be_hidden_for_more_than_twelve_hours() {
    String url = queues.chores().orElseThrow();
    outbox(GROUP, InstantSource.fixed(DUE)).now(List.of(new Chore.SetUp(new ShopId("kyoto-tea"))));
    String receipt = local.receive(url).getFirst().receiptHandle();

    ChangeMessageVisibilityBatchRequestEntry longer =
        ChangeMessageVisibilityBatchRequestEntry.builder()
            .id("0")
            .receiptHandle(receipt)
            .visibilityTimeout(43_201)
            .build();

    assertThat(
            local
                .client()
                .changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(List.of(longer)))
                .failed())
        .isEmpty();
  }

  @Test
  void a_message_that_is_given_back_is_visible_again_when_told() {
    String url = queues.chores().orElseThrow();
    outbox(GROUP, InstantSource.fixed(DUE)).now(List.of(new Chore.SetUp(new ShopId("kyoto-tea"))));
    String receipt = local.receive(url).getFirst().receiptHandle();
    assertThat(local.receive(url)).isEmpty();

    new Visibility(local.client(), List.of(url))
        .after("arn:aws:sqs:ap-northeast-1:000000000000:chores", Map.of(receipt, Duration.ZERO));
    assertThat(local.receive(url)).hasSize(1);
  }

  private Outbox outbox(String group, InstantSource clock) {
    OneTimeSchedules.Place place =
        new OneTimeSchedules.Place(
            group, role(), "arn:aws:sqs:ap-northeast-1:000000000000:dead-letters");
    return new SqsOutbox(
        local.client(), new OneTimeSchedules(scheduler, place, clock), queues, codec::write);
  }

  private static String role() {
    return "arn:aws:iam::000000000000:role/later";
  }

  /** Scheduler is precise to a minute: what is for a second of it has been sent by its end. */
  private Scheduled scheduled(GetScheduleResponse schedule) {
    String expression = schedule.scheduleExpression();
    assertThat(expression).matches("at\\(.*\\)");
    assertThat(schedule.scheduleExpressionTimezone()).isEqualTo("UTC");
    Instant second =
        LocalDateTime.parse(expression.substring(3, expression.length() - 1))
            .toInstant(ZoneOffset.UTC);
    return new Scheduled(
        second.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES),
        codec.read(messageBody(schedule.target().input())));
  }

  private static String messageBody(String input) {
    try {
      return JsonMapper.builder().build().readTree(input).path("MessageBody").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Received messages stay hidden, so that none is read twice. */
  private static List<String> bodies(String url) {
    List<String> bodies = new ArrayList<>();
    for (List<Message> some = local.receive(url); !some.isEmpty(); some = local.receive(url)) {
      some.forEach(message -> bodies.add(message.body()));
    }
    return bodies;
  }
}
