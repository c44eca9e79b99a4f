package dev.musubi.shopify.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ShopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedEventsTest {

  private static final Path EVENTS = Path.of("../../../events");
  private static final List<Secret> SECRETS = List.of(new Secret("hush"));
  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final Instant TRIGGERED = Instant.parse("2026-11-21T09:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<Path> webhooks() throws IOException {
    return files(EVENTS.resolve("shopify-webhook"));
  }

  static Stream<Path> messages() throws IOException {
    return files(EVENTS.resolve("inbound-shopify"));
  }

  @ParameterizedTest
  @MethodSource("webhooks")
  void an_event_for_the_webhook_is_genuine_unless_its_name_says_hostile(Path file)
      throws IOException {
    JsonNode event = JSON.readTree(file.toFile());
    String text = event.path("body").asText("");
    byte[] body =
        event.get("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    JsonNode headers = event.get("headers");
    Optional<String> signature =
        Optional.ofNullable(headers.path(WebhookSignature.HEADER).textValue());
    boolean shop = ShopId.ofDomain(headers.get("x-shopify-shop-domain").asText()).isPresent();
    assertThat(shop && WebhookSignature.genuine(body, signature, SECRETS))
        .isEqualTo(!hostile(file));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void an_event_for_the_queue_is_read_unless_its_name_says_otherwise(Path file) throws IOException {
    boolean whole = !hostile(file) && !file.getFileName().toString().startsWith("batch-with-");
    for (JsonNode record : JSON.readTree(file.toFile()).get("Records")) {
      Optional<ShopSignal> signal = signal(record.get("body").asText());
      if (whole) {
        assertThat(signal).isPresent();
      } else if (hostile(file)) {
        assertThat(signal).isEmpty();
      }
    }
  }

  /** Set MUSUBI_SHARED to a folder with Shopify's own samples to read all of them. */
  @Test
  void every_sample_of_shopify_is_read() throws IOException {
    Optional<Path> shared = Optional.ofNullable(System.getenv("MUSUBI_SHARED")).map(Path::of);
    assumeTrue(shared.isPresent(), "MUSUBI_SHARED is not set");
    try (Stream<Path> samples =
        files(shared.get().resolve("fixtures/shopify/docs-samples-2026-04"))) {
      assertThat(samples)
          .isNotEmpty()
          .allSatisfy(
              sample ->
                  assertThat(ShopifyEvents.read(SHOP, topic(sample), TRIGGERED, text(sample)))
                      .isNotNull());
    }
  }

  private static Optional<ShopSignal> signal(String message) {
    try {
      JsonNode read = JSON.readTree(message);
      return Optional.ofNullable(read.path("topic").textValue())
          .map(topic -> ShopifyEvents.read(SHOP, topic, TRIGGERED, read.get("body").asText()));
    } catch (IOException | MalformedWebhook e) {
      return Optional.empty();
    }
  }

  /** Shopify's samples have a placeholder where the shop's handle goes. */
  private static String text(Path sample) {
    try {
      return Files.readString(sample).replace("{shop}", SHOP.handle());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String topic(Path sample) {
    return sample.getFileName().toString().replace(".json", "").replace("__", "/");
  }

  private static boolean hostile(Path file) {
    return file.getFileName().toString().startsWith("hostile-");
  }

  private static Stream<Path> files(Path folder) throws IOException {
    return Files.list(folder).filter(file -> file.toString().endsWith(".json")).sorted();
  }
}
