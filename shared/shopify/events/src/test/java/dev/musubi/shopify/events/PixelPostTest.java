package dev.musubi.shopify.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shopping.ProductId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelPostTest {

  private static final String VIEW =
      """
      {"visitorToken":"token","event":{"id":"sh-1a2b","name":"product_viewed",
       "timestamp":"2026-11-21T09:00:00.123Z","clientId":"c",
       "data":{"productVariant":{"id":"42","product":{"id":"8100000000001","title":"結び"}}}}}""";

  @Test
  void a_product_view_of_a_visitor_with_a_token_is_read() {
    assertThat(read(VIEW))
        .isEqualTo(
            new PixelPost.Viewed(
                "token",
                "sh-1a2b",
                new ProductId(8_100_000_000_001L),
                Instant.parse("2026-11-21T09:00:00.123Z")));
  }

  @Test
  void a_product_id_may_be_a_number_or_a_global_id() {
    assertThat(read(VIEW.replace("\"8100000000001\"", "8100000000001"))).isEqualTo(read(VIEW));
    assertThat(read(VIEW.replace("\"8100", "\"gid://shopify/Product/8100"))).isEqualTo(read(VIEW));
  }

  @Test
  void other_events_and_visitors_without_a_token_are_ignored() {
    assertThat(read(VIEW.replace("product_viewed", "page_viewed")))
        .isEqualTo(new PixelPost.Ignored());
    assertThat(read(VIEW.replace("\"token\"", "null"))).isEqualTo(new PixelPost.Ignored());
  }

  @Test
  void a_post_larger_than_16_kilobytes_is_not_read() {
    String large = VIEW.replace("結び", "x".repeat(PixelPost.LONGEST));
    assertThat(read(large)).isEqualTo(new PixelPost.Malformed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"event\":5}",
        "{\"visitorToken\":\"t\",\"event\":{\"name\":\"product_viewed\"}}",
        "{\"visitorToken\":\"t\",\"event\":{\"id\":\"a b\",\"name\":\"product_viewed\","
            + "\"timestamp\":\"2026-11-21T09:00:00Z\","
            + "\"data\":{\"productVariant\":{\"product\":{\"id\":\"1\"}}}}}",
        "{\"visitorToken\":\"t\",\"event\":{\"id\":\"a\",\"name\":\"product_viewed\","
            + "\"timestamp\":\"now\",\"data\":{\"productVariant\":{\"product\":{\"id\":\"1\"}}}}}",
        "{\"visitorToken\":\"t\",\"event\":{\"id\":\"a\",\"name\":\"product_viewed\","
            + "\"timestamp\":\"2026-11-21T09:00:00Z\","
            + "\"data\":{\"productVariant\":{\"product\":{\"id\":\"-1\"}}}}}"
      })
  void anything_else_is_malformed(String post) {
    assertThat(read(post)).isEqualTo(new PixelPost.Malformed());
  }

  @Test
  void a_post_nested_as_deep_as_its_size_allows_is_malformed() {
    String deep = "[".repeat(PixelPost.LONGEST / 2) + "]".repeat(PixelPost.LONGEST / 2);
    assertThat(PixelPost.read(deep.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(PixelPost.Malformed.class);
  }

  @Test
  void bytes_that_are_no_text_are_malformed() {
    assertThat(PixelPost.read(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF, 1, 2, 3, 4}))
        .isEqualTo(new PixelPost.Malformed());
  }

  private static PixelPost read(String post) {
    return PixelPost.read(post.getBytes(StandardCharsets.UTF_8));
  }
}
