package dev.musubi.local.world.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.clock.OffsetFile;
import dev.musubi.local.world.clock.Agenda.Fired;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.clock.Walk;
import dev.musubi.local.world.clock.WorldClock;
import dev.musubi.local.world.runtime.InvocationResult;
import dev.musubi.local.world.runtime.InvocationResult.Answered;
import dev.musubi.local.world.runtime.InvocationResult.Failed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

@TestInstance(Lifecycle.PER_CLASS)
class EventSourcesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration VISIBILITY = Duration.ofMinutes(3);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Answered SUCCESS = answer("{\"batchItemFailures\":[]}");

  private final List<JsonNode> batches = new CopyOnWriteArrayList<>();
  private volatile Function<JsonNode, CompletableFuture<InvocationResult>> function;
  private WorldClock clock;
  private TestQueues sqs;
  private Busy busy;
  private String queue;
  private int queues;
  private EventSources sources;
  private Walk walk;

  @BeforeAll
  void world(@TempDir Path folder) {
    clock =
        WorldClock.startingAt(
            NOON, InstantSource.system(), OffsetFile.writable(folder.resolve("clock")));
    sqs = new TestQueues(clock);
  }

  @AfterAll
  void end() {
    sqs.close();
  }

  @BeforeEach
  void queue() {
    queues++;
    queue = sqs.queue("inbound-" + queues, VISIBILITY);
    busy = new Busy();
    batches.clear();
    function = event -> CompletableFuture.completedFuture(SUCCESS);
  }

  @AfterEach
  void stop() {
    walk.close();
    sources.close();
  }

  private void map(int batchSize, Duration window, boolean reportsFailures) {
    var mapping =
        new SourceMapping(
            queue,
            "arn:aws:sqs:ap-northeast-1:000000000000:inbound",
            VISIBILITY,
            "worker",
            batchSize,
            window,
            8,
            reportsFailures);
    sources = new EventSources(List.of(mapping), sqs.client(), this::invoke, busy, clock);
    walk = new Walk(clock, busy, sources.agendas());
  }

  private CompletableFuture<InvocationResult> invoke(String name, byte[] payload) {
    try {
      var event = JSON.readTree(payload);
      batches.add(event);
      return function.apply(event);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  @Test
  void a_message_sent_reaches_the_function_at_once_and_is_deleted_when_it_is_done()
      throws Exception {
    map(10, Duration.ZERO, true);
    send("hello");

    idle();
    assertThat(bodies()).containsExactly("hello");
    assertThat(messagesLeft()).isZero();
    assertThat(walk.idle(LIMIT).later()).isEmpty();
  }

  @Test
  void a_record_looks_as_lambda_writes_it() throws Exception {
    map(10, Duration.ZERO, true);
    var sent =
        sqs.client()
            .sendMessage(
                request ->
                    request
                        .queueUrl(queue)
                        .messageBody("{\"a\":1}")
                        .messageGroupId("shop-a")
                        .messageAttributes(
                            Map.of(
                                "kind",
                                MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue("CART")
                                    .build())));
    sources.sent(queue, Duration.ZERO);
    idle();

    var record = batches.getFirst().get("Records").get(0);
    assertThat(record.get("messageId").asText()).isEqualTo(sent.messageId());
    assertThat(record.get("receiptHandle").asText()).isNotEmpty();
    assertThat(record.get("body").asText()).isEqualTo("{\"a\":1}");
    assertThat(record.get("md5OfBody").asText()).isEqualTo(sent.md5OfMessageBody());
    assertThat(record.get("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(record.get("eventSourceARN").asText()).endsWith(":inbound");
    assertThat(record.get("awsRegion").asText()).isEqualTo("ap-northeast-1");
    var attributes = record.get("attributes");
    assertThat(attributes.get("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(attributes.get("MessageGroupId").asText()).isEqualTo("shop-a");
    assertThat(Instant.ofEpochMilli(attributes.get("SentTimestamp").asLong()))
        .isBetween(clock.instant().minusSeconds(60), clock.instant());
    assertThat(record.at("/messageAttributes/kind/stringValue").asText()).isEqualTo("CART");
    assertThat(record.at("/messageAttributes/kind/dataType").asText()).isEqualTo("String");
  }

  @Test
  void a_failed_item_comes_back_alone_when_its_visibility_lapses_on_the_worlds_clock()
      throws Exception {
    function =
        event -> {
          var failed = new ArrayList<String>();
          for (var record : event.get("Records")) {
            if (record.get("body").asText().equals("bad") && receiveCount(record) == 1) {
              failed.add(record.get("messageId").asText());
            }
          }
          return CompletableFuture.completedFuture(failures(failed));
        };
    map(10, Duration.ZERO, true);
    sendAll(List.of("good", "bad"));
    idle();
    assertThat(messagesLeft()).isEqualTo(1);

    var walked = walk.by(VISIBILITY.plusSeconds(1)).get(10, TimeUnit.SECONDS);

    assertThat(walked.fired()).extracting(Fired::target).containsExactly("worker");
    assertThat(bodies()).containsExactly("good", "bad", "bad");
    assertThat(messagesLeft()).isZero();
  }

  @Test
  void an_error_of_the_function_leaves_the_whole_batch() throws Exception {
    assertThat(leftAfter(new Failed("Unhandled", "{}".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(2);
  }

  @Test
  void a_failure_that_names_no_message_of_the_batch_leaves_the_whole_batch() throws Exception {
    assertThat(leftAfter(failures(List.of("someone-else")))).isEqualTo(2);
  }

  @Test
  void an_empty_failure_id_leaves_the_whole_batch() throws Exception {
    assertThat(leftAfter(failures(List.of("")))).isEqualTo(2);
  }

  @Test
  void an_answer_that_is_not_json_leaves_the_whole_batch() throws Exception {
    assertThat(leftAfter(answer("done!"))).isEqualTo(2);
  }

  @Test
  void a_failure_with_another_key_leaves_the_whole_batch() throws Exception {
    assertThat(leftAfter(answer("{\"batchItemFailures\":[{\"id\":\"x\"}]}"))).isEqualTo(2);
  }

  @Test
  void no_answer_and_no_failures_are_success() throws Exception {
    assertThat(leftAfter(answer("null"))).isZero();
  }

  @Test
  void a_mapping_that_does_not_report_failures_takes_every_answer_for_success() throws Exception {
    function = event -> CompletableFuture.completedFuture(failures(List.of("any")));
    map(10, Duration.ZERO, false);
    sendAll(List.of("one", "two"));
    idle();

    assertThat(messagesLeft()).isZero();
  }

  @Test
  void a_function_that_changes_a_messages_visibility_decides_when_it_comes_back() throws Exception {
    function =
        event -> {
          var record = event.get("Records").get(0);
          if (receiveCount(record) > 1) {
            return CompletableFuture.completedFuture(SUCCESS);
          }
          var handle = record.get("receiptHandle").asText();
          sqs.client()
              .changeMessageVisibility(
                  request -> request.queueUrl(queue).receiptHandle(handle).visibilityTimeout(1800));
          sources.visibilityChanged(queue, handle, Duration.ofMinutes(30));
          return CompletableFuture.completedFuture(
              failures(List.of(record.get("messageId").asText())));
        };
    map(10, Duration.ZERO, true);
    send("later");
    idle();

    walk.by(Duration.ofMinutes(29)).get(10, TimeUnit.SECONDS);
    assertThat(batches).hasSize(1);
    walk.by(Duration.ofMinutes(2)).get(10, TimeUnit.SECONDS);
    assertThat(batches).hasSize(2);
    assertThat(messagesLeft()).isZero();
  }

  @Test
  void a_delayed_message_arrives_when_the_worlds_clock_is_there() throws Exception {
    map(10, Duration.ZERO, true);
    sqs.client()
        .sendMessage(request -> request.queueUrl(queue).messageBody("later").delaySeconds(600));
    sources.sent(queue, Duration.ofMinutes(10));
    idle();
    assertThat(batches).isEmpty();
    assertThat(walk.idle(LIMIT).later()).hasSize(1);

    walk.by(Duration.ofMinutes(11)).get(10, TimeUnit.SECONDS);
    assertThat(bodies()).containsExactly("later");
  }

  @Test
  void a_world_that_is_reset_forgets_what_would_come_back() throws Exception {
    map(10, Duration.ZERO, true);
    sources.sent(queue, Duration.ofMinutes(10));
    idle();
    sources.reset();

    assertThat(walk.idle(LIMIT).later()).isEmpty();
  }

  @Test
  void a_delayed_message_is_not_taken_along_early_with_another_one() throws Exception {
    map(10, Duration.ZERO, true);
    sqs.client()
        .sendMessage(request -> request.queueUrl(queue).messageBody("later").delaySeconds(600));
    sources.sent(queue, Duration.ofMinutes(10));
    walk.by(Duration.ofMinutes(5)).get(10, TimeUnit.SECONDS);
    send("now");
    idle();

    assertThat(bodies()).containsExactly("now");
  }

  @Test
  void a_message_that_keeps_failing_ends_in_the_dead_letter_queue() throws Exception {
    var dead = sqs.queue("dead", VISIBILITY);
    sqs.client()
        .setQueueAttributes(
            request ->
                request
                    .queueUrl(queue)
                    .attributes(
                        Map.of(
                            QueueAttributeName.REDRIVE_POLICY,
                            """
                            {"deadLetterTargetArn":"arn:aws:sqs:ap-northeast-1:000000000000:dead",\
                            "maxReceiveCount":"2"}""")));
    function = event -> CompletableFuture.completedFuture(new Failed("Unhandled", new byte[0]));
    map(10, Duration.ZERO, true);
    send("poison");
    idle();

    walk.by(Duration.ofHours(1)).get(20, TimeUnit.SECONDS);
    assertThat(batches).hasSize(2);
    assertThat(messagesLeft()).isZero();
    assertThat(sqs.client().receiveMessage(request -> request.queueUrl(dead)).messages())
        .hasSize(1);
  }

  @Test
  void a_window_gathers_more_than_ten_messages_and_ends_when_nothing_else_works() throws Exception {
    map(100, Duration.ofSeconds(300), true);
    try (var work = busy.begin("fan-out")) {
      assertThat(work).isNotNull();
      sendAll(texts("a", 10));
      sendAll(texts("b", 5));
    }
    idle();

    assertThat(bodies()).hasSize(15);
    assertThat(batches).hasSize(1);
  }

  @Test
  void a_window_ends_when_the_batch_is_full() throws Exception {
    map(12, Duration.ofSeconds(300), true);
    var full = new LinkedBlockingQueue<JsonNode>();
    function =
        event -> {
          full.add(event);
          return CompletableFuture.completedFuture(SUCCESS);
        };
    try (var work = busy.begin("fan-out")) {
      assertThat(work).isNotNull();
      sendAll(texts("a", 10));
      sendAll(texts("b", 4));
      assertThat(full.poll(10, TimeUnit.SECONDS).get("Records")).hasSize(12);
    }
    idle();
    assertThat(bodies()).hasSize(14);
  }

  @Test
  void at_most_two_batches_are_at_the_function_at_once() throws Exception {
    var begun = new LinkedBlockingQueue<CompletableFuture<InvocationResult>>();
    function =
        event -> {
          var result = new CompletableFuture<InvocationResult>();
          begun.add(result);
          return result;
        };
    map(1, Duration.ZERO, true);
    sendAll(List.of("one", "two", "three"));
    var first = begun.poll(10, TimeUnit.SECONDS);
    var second = begun.poll(10, TimeUnit.SECONDS);

    assertThat(begun.poll(300, TimeUnit.MILLISECONDS)).isNull();
    first.complete(SUCCESS);
    begun.poll(10, TimeUnit.SECONDS).complete(SUCCESS);
    second.complete(SUCCESS);
    idle();
    assertThat(messagesLeft()).isZero();
  }

  private int leftAfter(InvocationResult result) throws Exception {
    function = event -> CompletableFuture.completedFuture(result);
    map(10, Duration.ZERO, true);
    sendAll(List.of("one", "two"));
    idle();
    return messagesLeft();
  }

  private void send(String body) {
    sqs.client().sendMessage(request -> request.queueUrl(queue).messageBody(body));
    sources.sent(queue, Duration.ZERO);
  }

  private void sendAll(List<String> bodies) {
    var entries =
        bodies.stream()
            .map(body -> SendMessageBatchRequestEntry.builder().id(body).messageBody(body).build())
            .toList();
    sqs.client().sendMessageBatch(request -> request.queueUrl(queue).entries(entries));
    sources.sent(queue, Duration.ZERO);
  }

  private static List<String> texts(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
  }

  private void idle() throws InterruptedException {
    assertThat(busy.awaitIdle(LIMIT)).as("idle, busy with %s", busy.underWay()).isTrue();
  }

  private List<String> bodies() {
    var bodies = new ArrayList<String>();
    for (var batch : batches) {
      batch.get("Records").forEach(record -> bodies.add(record.get("body").asText()));
    }
    return bodies;
  }

  private static int receiveCount(JsonNode record) {
    return record.at("/attributes/ApproximateReceiveCount").asInt();
  }

  private int messagesLeft() {
    var counts =
        sqs.client()
            .getQueueAttributes(
                request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return Integer.parseInt(counts.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        + Integer.parseInt(
            counts.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  private static Answered answer(String json) {
    return new Answered(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Answered failures(List<String> ids) {
    var answer = JSON.createObjectNode();
    var failures = answer.putArray("batchItemFailures");
    ids.forEach(id -> failures.addObject().put("itemIdentifier", id));
    return answer(answer.toString());
  }
}
