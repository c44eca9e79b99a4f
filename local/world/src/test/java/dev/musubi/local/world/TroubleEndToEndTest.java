package dev.musubi.local.world;

import static dev.musubi.local.world.Stranger.OTHER_SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What goes wrong on the way leaves everybody with exactly one message; one world's time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TroubleEndToEndTest {
  private static final int CROWD = 12;

  private Stranger world;

  @BeforeAll
  void start() {
    world = Stranger.in("2026-03-10T12:00:00+01:00");
  }

  @AfterAll
  void end() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  @Order(1)
  void a_crowd_has_one_message_each_though_line_fails_and_push_dies() {
    Stranger.Answer made =
        world.post(
            "/local/people",
            "{\"shop\":\"harbor-books\",\"count\":%d,\"linked\":true,\"prefix\":\"p\"}"
                .formatted(CROWD));
    assertThat(made.json().path("people")).hasSize(CROWD);
    people().forEach(p -> world.act(OTHER_SHOP, p, "view", "\"product\":\"baltic-kitchen\""));

    fault("{\"target\":\"line\",\"fault\":\"500\",\"count\":2}");
    fault("{\"target\":\"line\",\"fault\":\"timeout-after-accept\",\"count\":1}");
    fault("{\"target\":\"line\",\"fault\":\"429\",\"count\":1}");
    world.walkTo("2026-03-11T18:00:00+01:00");
    Stranger.Answer killed = world.post("/local/functions/push/kill", "");
    assertThat(killed.json().path("pids").isArray()).isTrue();
    world.walkBy("PT1H");
    fault("{\"clear\":true}");
    world.walkBy("PT1H");
    world.idle();

    people()
        .forEach(
            p -> {
              List<JsonNode> arrived = world.pushes(OTHER_SHOP, p);
              assertThat(arrived).as(p).hasSize(1);
              assertThat(world.outcomes(OTHER_SHOP, p))
                  .as(p)
                  .singleElement()
                  .satisfies(row -> assertThat(row.path("outcome").asText()).isEqualTo("SENT"));
            });
  }

  private static List<String> people() {
    return IntStream.range(0, CROWD).mapToObj(at -> "p" + at).toList();
  }

  private void fault(String fault) {
    assertThat(world.post("/local/faults", fault).status()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void a_call_that_the_template_does_not_grant_is_refused_by_action_and_by_resource() {
    URI door = URI.create(world.get("/local/world").json().at("/endpoints/sqs").asText());
    try (SqsClient webhook = client(door)) {
      String own = door + "/000000000000/musubi-inbound-line";
      String foreign = door + "/000000000000/musubi-express";
      assertThat(webhook.sendMessage(r -> r.queueUrl(own).messageBody("{}")).messageId())
          .isNotEmpty();
      assertThatThrownBy(() -> webhook.receiveMessage(r -> r.queueUrl(own)))
          .isInstanceOf(SqsException.class)
          .hasMessageContaining("sqs:ReceiveMessage");
      assertThatThrownBy(() -> webhook.sendMessage(r -> r.queueUrl(foreign).messageBody("{}")))
          .isInstanceOf(SqsException.class)
          .hasMessageContaining("sqs:SendMessage")
          .hasMessageContaining("musubi-express");
    }
  }

  private static SqsClient client(URI door) {
    return SqsClient.builder()
        .endpointOverride(door)
        .region(Region.AP_NORTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create("LineWebhookFunction", "any")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Test
  @Order(3)
  void the_clock_never_goes_back() {
    Stranger.Answer back = world.post("/local/clock", "{\"to\":\"2026-03-01T00:00:00Z\"}");
    assertThat(back.status()).isEqualTo(400);
    assertThat(back.error()).contains("never goes back");
    assertThat(world.post("/local/clock", "{}").status()).isEqualTo(400);
    assertThat(world.post("/local/functions/nothing/kill", "").status()).isEqualTo(404);
  }
}
