package dev.musubi.shopify.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.musubi.core.shopping.ProductId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a post, which may be anything, as far as it is a pixel's. */
final class PixelReading {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final String GID = "gid://shopify/Product/";

  private PixelReading() {}

  static Optional<PixelPost> post(byte[] body) {
    JsonNode post = tree(body);
    JsonNode event = post.path("event");
    Optional<String> name = text(event, "name");
    Optional<String> token = text(post, "visitorToken");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!name.get().equals("product_viewed") || token.isEmpty()) {
      return Optional.of(new PixelPost.Ignored());
    }
    return text(event, "id")
        .filter(id -> EVENT_ID.matcher(id).matches())
        .flatMap(
            id ->
                product(event.at("/data/productVariant/product/id"))
                    .flatMap(
                        product ->
                            text(event, "timestamp")
                                .flatMap(PixelReading::instant)
                                .map(at -> new PixelPost.Viewed(token.get(), id, product, at))));
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  private static Optional<ProductId> product(JsonNode id) {
    String text = id.isValueNode() ? id.asText() : "";
    return ProductId.parse(text.startsWith(GID) ? text.substring(GID.length()) : text);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.path(name).textValue()).filter(text -> !text.isBlank());
  }
}
