package dev.musubi.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What LINE and Shopify publish as samples goes through the built functions and troubles none. */
@EnabledIfEnvironmentVariable(named = "MUSUBI_SHARED", matches = ".+")
class SamplesEndToEndTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FIXTURES =
      Path.of(System.getenv().getOrDefault("MUSUBI_SHARED", "")).resolve("fixtures");

  @Test
  void every_sample_is_taken_and_acted_on_without_a_failure() throws Exception {
    try (Stranger world = Stranger.in("2026-03-10T12:00:00+01:00");
        HttpClient http = HttpClient.newHttpClient()) {
      JsonNode shop = world.get("/local/world").json().path("shops").path(0);
      for (Path sample : samples("line")) {
        assertThat(http.send(line(shop, sample), BodyHandlers.discarding()).statusCode())
            .as(sample.getFileName().toString())
            .isEqualTo(200);
      }
      for (Path sample : samples("shopify/docs-samples-2026-04")) {
        assertThat(http.send(shopify(shop, sample), BodyHandlers.discarding()).statusCode())
            .as(sample.getFileName().toString())
            .isEqualTo(200);
      }
      JsonNode idle = world.get("/local/idle?seconds=120").json();
      assertThat(idle.path("later").toString()).doesNotContain("inbound");
      assertThat(world.get("/local/world").json().path("functions"))
          .allSatisfy(f -> assertThat(f.path("errors").asInt()).as(f.toString()).isZero());
    }
  }

  private static List<Path> samples(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static HttpRequest line(JsonNode shop, Path sample) throws Exception {
    ObjectNode body = (ObjectNode) JSON.readTree(Files.readString(sample));
    byte[] bytes =
        body.put("destination", shop.path("lineDestination").asText())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    return request(shop.at("/urls/lineWebhook").asText(), bytes)
        .header("x-line-signature", signed(shop.path("lineChannelSecret").asText(), bytes))
        .build();
  }

  /**
   * The topic is the file's name: {@code orders__create.json} is {@code orders/create}. Where a
   * body names its shop, the samples leave a place for the name.
   */
  private static HttpRequest shopify(JsonNode shop, Path sample) throws Exception {
    byte[] bytes =
        Files.readString(sample)
            .replace("{shop}", shop.path("shop").asText())
            .getBytes(StandardCharsets.UTF_8);
    String name = sample.getFileName().toString();
    return request(shop.at("/urls/shopifyWebhook").asText(), bytes)
        .header("x-shopify-topic", name.replace(".json", "").replace("__", "/"))
        .header("x-shopify-shop-domain", shop.path("domain").asText())
        .header("x-shopify-webhook-id", name)
        .header("x-shopify-triggered-at", "2026-03-10T11:00:00.123456789Z")
        .header("x-shopify-hmac-sha256", signed(shop.path("shopifyClientSecret").asText(), bytes))
        .build();
  }

  private static HttpRequest.Builder request(String address, byte[] body) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("content-type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private static String signed(String secret, byte[] body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(body));
  }
}
