package dev.musubi.aws.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musubi.core.shop.ShopId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

class OneTimeSchedulesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:59:30.250Z");
  private static final Message MESSAGE =
      new Message(new ShopId("kyoto-tea"), "{\"v\":1,\"name\":\"結び\"}");

  private record Request(String path, JsonNode body) {}

  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private volatile int status = 200;
  private volatile String error = "";
  private HttpServer server;
  private SchedulerClient scheduler;
  private OneTimeSchedules schedules;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    scheduler =
        SchedulerClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.AP_NORTHEAST_1)
            .credentialsProvider(LocalQueues.CREDENTIALS)
            .build();
    schedules =
        new OneTimeSchedules(
            scheduler,
            new OneTimeSchedules.Place("musubi", "arn:role", "arn:dead-letters"),
            InstantSource.fixed(NOW));
  }

  @AfterEach
  void stop() {
    scheduler.close();
    server.stop(0);
  }

  @Test
  void a_schedule_sends_the_message_through_the_universal_target_and_removes_itself()
      throws Exception {
    schedules.create(
        "0123abcd", Instant.parse("2026-11-21T22:00:00Z"), "https://sqs/bulk", MESSAGE);
    Request request = requests.remove();
    assertThat(request.path()).isEqualTo("/schedules/0123abcd-202611212200");
    JsonNode body = request.body();
    assertThat(body.get("GroupName").asText()).isEqualTo("musubi");
    assertThat(body.get("ScheduleExpression").asText()).isEqualTo("at(2026-11-21T22:00:00)");
    assertThat(body.get("ScheduleExpressionTimezone").asText()).isEqualTo("UTC");
    assertThat(body.get("ActionAfterCompletion").asText()).isEqualTo("DELETE");
    assertThat(body.at("/FlexibleTimeWindow/Mode").asText()).isEqualTo("OFF");
    assertThat(body.at("/Target/Arn").asText())
        .isEqualTo("arn:aws:scheduler:::aws-sdk:sqs:sendMessage");
    assertThat(body.at("/Target/RoleArn").asText()).isEqualTo("arn:role");
    assertThat(body.at("/Target/DeadLetterConfig/Arn").asText()).isEqualTo("arn:dead-letters");
    assertThat(body.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt()).isEqualTo(185);
    assertThat(body.at("/Target/RetryPolicy/MaximumEventAgeInSeconds").asInt()).isEqualTo(86_400);
    JsonNode input = JsonMapper.builder().build().readTree(body.at("/Target/Input").asText());
    assertThat(input.size()).isEqualTo(3);
    assertThat(input.get("QueueUrl").asText()).isEqualTo("https://sqs/bulk");
    assertThat(input.get("MessageBody").asText()).isEqualTo(MESSAGE.body());
    assertThat(input.get("MessageGroupId").asText()).isEqualTo("kyoto-tea");
  }

  @Test
  void what_is_due_sooner_than_two_minutes_ahead_waits_two_minutes() {
    schedules.create("soon", NOW.minusSeconds(3600), "https://sqs/bulk", MESSAGE);
    Request request = requests.remove();
    assertThat(request.body().get("ScheduleExpression").asText())
        .isEqualTo("at(2026-11-21T09:01:31)");
    assertThat(request.path()).endsWith("-202611210901");
  }

  @Test
  void a_due_time_is_rounded_up_to_the_second() {
    schedules.create("up", Instant.parse("2026-11-21T22:00:59.001Z"), "https://sqs/bulk", MESSAGE);
    assertThat(requests.remove().body().get("ScheduleExpression").asText())
        .isEqualTo("at(2026-11-21T22:01:00)");
  }

  @Test
  void a_schedule_that_exists_is_success() {
    status = 409;
    error = "ConflictException";
    schedules.create("twice", NOW, "https://sqs/bulk", MESSAGE);
    assertThat(requests).hasSize(1);
  }

  @Test
  void any_other_refusal_is_the_callers_failure() {
    status = 400;
    error = "ValidationException";
    assertThatThrownBy(() -> schedules.create("bad", NOW, "https://sqs/bulk", MESSAGE))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void names_too_long_or_with_other_characters_become_hashes_that_stay_apart() {
    String longShop = "a".repeat(60) + ".BROWSE.2026-11-21.";
    schedules.create(longShop + 1, NOW, "https://sqs/fan-out", MESSAGE);
    schedules.create(longShop + 2, NOW, "https://sqs/fan-out", MESSAGE);
    schedules.create("not/allowed", NOW, "https://sqs/fan-out", MESSAGE);
    assertThat(requests)
        .extracting(Request::path)
        .doesNotHaveDuplicates()
        .allSatisfy(path -> assertThat(path).matches("/schedules/[0-9a-f]{32}-202611210901"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JsonMapper.builder().build().readTree(exchange.getRequestBody());
    requests.add(new Request(exchange.getRequestURI().getPath(), body));
    if (!error.isEmpty()) {
      exchange.getResponseHeaders().add("x-amzn-errortype", error);
    }
    exchange.getResponseHeaders().add("content-type", "application/json");
    byte[] answer = "{\"Message\":\"as told\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
