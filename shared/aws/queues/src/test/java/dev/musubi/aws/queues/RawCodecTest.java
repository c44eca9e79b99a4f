package dev.musubi.aws.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.shop.ShopId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawCodecTest {

  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00.123456789Z");

  private final RawCodec codec = new RawCodec();

  @Test
  void an_event_of_line_reads_as_it_was_written() {
    RawLine line = new RawLine(SHOP, NOW, "{\"type\":\"follow\",\"名\":\"結び\"}");
    assertThat(codec.line(codec.write(line))).isEqualTo(line);
  }

  @Test
  void a_large_webhook_travels_compressed_and_reads_the_same() {
    String body = "{\"title\":\"" + "抹茶と茶筅".repeat(100_000) + "\"}";
    RawShopify webhook = webhook(body);
    String message = codec.write(webhook);
    assertThat(message.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(64 * 1024);
    assertThat(codec.shopify(message)).isEqualTo(webhook);
  }

  @Test
  void the_first_version_still_reads() {
    assertThat(
            codec.shopify(
                """
                {"v":1,"shop":"kyoto-tea","receivedAt":"2026-11-21T09:00:00.123456789Z",\
                "topic":"orders/paid","webhookId":"b54557e4","triggeredAt":\
                "2026-11-21T09:00:00.123456789Z","body":"{}"}"""))
        .isEqualTo(webhook("{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{\"v\":2}",
        "{\"v\":1,\"shop\":\"Not A Shop\",\"receivedAt\":\"2026-11-21T09:00:00Z\",\"body\":\"{}\"}",
        "{\"v\":1,\"shop\":\"kyoto-tea\",\"receivedAt\":\"yesterday\",\"body\":\"{}\"}",
        "{\"v\":1,\"shop\":\"kyoto-tea\",\"receivedAt\":\"2026-11-21T09:00:00Z\"}",
        "{\"v\":1,\"shop\":\"kyoto-tea\",\"receivedAt\":\"2026-11-21T09:00:00Z\",\"gzip\":\"AAAA\"}"
      })
  void a_message_that_is_none_of_ours_is_refused_without_quoting_it(String message) {
    assertThatThrownBy(() -> codec.line(message))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("not json", "Not A Shop", "yesterday");
  }

  @Test
  void a_message_that_would_unfold_without_end_is_refused() {
    byte[] bomb = zeros(40 * 1024 * 1024);
    String message =
        codec.write(webhook("{}")).replace("\"body\":\"{}\"", "\"gzip\":\"" + base64(bomb) + "\"");
    assertThat(message).hasSizeLessThan(64 * 1024);
    assertThatThrownBy(() -> codec.shopify(message))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'gzip'");
  }

  @Test
  void what_a_person_wrote_is_never_printed() {
    assertThat(new RawLine(SHOP, NOW, "{\"text\":\"private\"}").toString())
        .doesNotContain("private");
    assertThat(webhook("{\"email\":\"private\"}").toString()).doesNotContain("private");
  }

  private static byte[] zeros(int count) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(new byte[count]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static RawShopify webhook(String body) {
    return new RawShopify(SHOP, "orders/paid", "b54557e4", NOW, NOW, body);
  }
}
