package dev.musubi.aws.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class SqsOutboxTest {

  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Instant DUE = Instant.parse("2026-11-21T09:00:00Z");
  private static LocalQueues local;

  @BeforeAll
  static void start() {
    local = LocalQueues.elasticMq();
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void each_work_goes_to_its_own_queue_under_its_shops_group() {
    Queues queues =
        Queues.NONE
            .withPush(local.create("express"), local.create("bulk"))
            .withFanOut(local.create("fan-out"))
            .withChores(local.create("chores"))
            .withUnknown(local.create("unknown"));
    SqsOutbox outbox = outbox(local.client(), queues);
    Work shard = new RunShard(new RunId(SHOP, Kind.BROWSE, DAY), 3);
    Work chore = new Chore.SetUp(SHOP);
    outbox.now(List.of(intent(1, Lane.EXPRESS), intent(2, Lane.BULK), shard, chore));
    outbox.park(intent(3, Lane.BULK));
    assertThat(only(queues.express())).isEqualTo(intent(1, Lane.EXPRESS).name());
    assertThat(only(queues.bulk())).isEqualTo(intent(2, Lane.BULK).name());
    assertThat(only(queues.fanOut())).isEqualTo(shard.name());
    assertThat(only(queues.chores())).isEqualTo(chore.name());
    assertThat(only(queues.unknown())).isEqualTo(intent(3, Lane.BULK).name());
  }

  @Test
  void more_than_ten_go_in_several_calls_and_all_arrive() {
    String bulk = local.create("many");
    List<SendIntent> intents =
        LongStream.rangeClosed(1, 23).mapToObj(n -> intent(n, Lane.BULK)).toList();
    outbox(local.client(), Queues.NONE.withPush(bulk, bulk)).now(intents);
    TreeSet<String> arrived = new TreeSet<>();
    for (List<Message> some = local.receive(bulk); !some.isEmpty(); some = local.receive(bulk)) {
      some.forEach(message -> arrived.add(message.body()));
    }
    assertThat(arrived)
        .containsExactlyInAnyOrderElementsOf(intents.stream().map(Work::name).toList());
  }

  @Test
  void an_entry_that_failed_inside_a_call_that_succeeded_is_sent_again_alone() {
    Refusing sqs = new Refusing(1);
    outbox(sqs, Queues.NONE.withPush("express", "bulk"))
        .now(List.of(intent(1, Lane.BULK), intent(2, Lane.BULK)));
    assertThat(sqs.sizes).containsExactly(2, 1);
  }

  @Test
  void an_entry_that_keeps_failing_is_the_callers_failure() {
    SqsOutbox outbox = outbox(new Refusing(99), Queues.NONE.withPush("express", "bulk"));
    assertThatThrownBy(() -> outbox.now(List.of(intent(1, Lane.BULK), intent(2, Lane.BULK))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("did not take 1 of 2");
  }

  @Test
  void a_batch_never_outgrows_a_call() {
    Refusing sqs = new Refusing(0);
    List<RawLine> large =
        IntStream.range(0, 3)
            .mapToObj(i -> new RawLine(SHOP, DUE, "x".repeat(RawCodec.PLAIN)))
            .toList();
    new Sending(sqs)
        .send(
            "queue",
            large.stream()
                .map(l -> new dev.musubi.aws.queues.Message(SHOP, l.eventJson().repeat(20)))
                .toList());
    assertThat(sqs.sizes).containsExactly(1, 1, 1);
  }

  @Test
  void a_function_that_is_not_set_up_for_a_queue_says_which() {
    assertThatThrownBy(
            () -> outbox(local.client(), Queues.NONE).now(List.of(new Chore.SetUp(SHOP))))
        .hasMessageContaining("chores");
  }

  @Test
  void a_given_back_message_is_visible_again_when_told() {
    String queue = local.create("given-back");
    outbox(local.client(), Queues.NONE.withChores(queue)).now(List.of(new Chore.SetUp(SHOP)));
    String handle = local.receive(queue).getFirst().receiptHandle();
    Visibility visibility = new Visibility(local.client(), List.of(queue));
    String arn = "arn:aws:sqs:ap-northeast-1:000000000000:given-back";
    assertThat(local.receive(queue)).isEmpty();
    visibility.after(arn, Map.of(handle, Duration.ZERO));
    assertThat(local.receive(queue)).hasSize(1);
  }

  @Test
  void a_delay_longer_than_the_platform_takes_is_shortened_to_it() {
    String queue = local.create("given-back-late");
    outbox(local.client(), Queues.NONE.withChores(queue)).now(List.of(new Chore.SetUp(SHOP)));
    String handle = local.receive(queue).getFirst().receiptHandle();
    new Visibility(local.client(), List.of(queue))
        .after("arn:aws:sqs:x:y:given-back-late", Map.of(handle, Duration.ofDays(2)));
    assertThat(local.receive(queue)).isEmpty();
  }

  private static String only(Optional<String> queueUrl) {
    List<Message> messages = local.receive(queueUrl.orElseThrow());
    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "kyoto-tea");
    return messages.getFirst().body();
  }

  private static SendIntent intent(long customer, Lane lane) {
    return new SendIntent(
        SHOP,
        new Addressee.Customer(new CustomerId(customer)),
        new Subject.Viewed(DAY),
        lane,
        DUE,
        DUE.plusSeconds(60));
  }

  private static SqsOutbox outbox(SqsClient sqs, Queues queues) {
    OneTimeSchedules schedules =
        new OneTimeSchedules(
            new SchedulerClient() {
              @Override
              public String serviceName() {
                return "scheduler";
              }

              @Override
              public void close() {}
            },
            new OneTimeSchedules.Place("group", "role", "dead-letters"),
            InstantSource.fixed(DUE));
    return new SqsOutbox(sqs, schedules, queues, Work::name);
  }

  /** Answers every call with success but refuses its last entry, so many times. */
  private static final class Refusing implements SqsClient {

    private final List<Integer> sizes = new ArrayList<>();
    private int left;

    Refusing(int times) {
      left = times;
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
      sizes.add(request.entries().size());
      return left-- <= 0
          ? SendMessageBatchResponse.builder().build()
          : SendMessageBatchResponse.builder()
              .failed(
                  BatchResultErrorEntry.builder()
                      .id(request.entries().getLast().id())
                      .code("InternalError")
                      .build())
              .build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
