package dev.musubi.local.world.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads out of a request to the HTTP API who told the product what; what can't be read is none. */
final class Signals {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The page's script asks for a visitor token before each view: that tells nothing of its own. */
  private static final String VISIT = "/visit";

  private Signals() {}

  /** Who a signal is about. */
  sealed interface Who {
    record Customer(long id) implements Who {}

    record LineUser(String id) implements Who {}

    record Nobody() implements Who {}
  }

  /**
   * One thing that the product was told.
   *
   * @param source the platform that told it
   * @param what the platform's own name for it
   * @param about what it was about in a word or two, empty where there is nothing to add
   */
  record Signal(String shop, Who who, String source, String what, String about, boolean again) {}

  /** The signals in an HTTP API's event. */
  static List<Signal> in(JsonNode event) {
    String[] path = event.path("rawPath").asText().split("/");
    if (path.length < 2) {
      return List.of();
    }
    return switch (path[1]) {
      case "line" -> line(path[path.length - 1], body(event));
      case "shopify" -> shopify(path[path.length - 1], event);
      case "pixel" -> pixel(path[path.length - 1], body(event));
      case "proxy" -> proxy(event);
      default -> List.of();
    };
  }

  private static List<Signal> line(String shop, JsonNode body) {
    return body.path("events").valueStream().map(event -> event(shop, event)).toList();
  }

  private static Signal event(String shop, JsonNode event) {
    String user = event.at("/source/userId").asText();
    Who who = user.isEmpty() ? new Who.Nobody() : new Who.LineUser(user);
    String about = first(event, "/message/text", "/postback/data", "/link/result", "/message/type");
    boolean again = event.at("/deliveryContext/isRedelivery").asBoolean();
    return new Signal(shop, who, "line", event.path("type").asText(), about, again);
  }

  private static List<Signal> shopify(String shop, JsonNode event) {
    JsonNode headers = event.path("headers");
    JsonNode body = body(event);
    String topic = headers.path("x-shopify-topic").asText();
    JsonNode id =
        Arrays.stream(new String[] {"/customer/id", "/customer_id", "/order/customer/id"})
            .map(body::at)
            .filter(JsonNode::isIntegralNumber)
            .findFirst()
            .orElseGet(() -> topic.startsWith("customers/") ? body.path("id") : body.at("/none"));
    Who who = id.isIntegralNumber() ? new Who.Customer(id.asLong()) : new Who.Nobody();
    String about = first(body, "/line_items/0/title", "/title", "/name");
    return List.of(new Signal(shop, who, "shopify", topic, about, false));
  }

  private static List<Signal> pixel(String shop, JsonNode body) {
    Who who = visitor(body.path("visitorToken").asText());
    JsonNode event = body.path("event");
    String about =
        first(
            event,
            "/data/productVariant/product/title",
            "/data/product/title",
            "/data/collection/title");
    return List.of(new Signal(shop, who, "pixel", event.path("name").asText(), about, false));
  }

  private static List<Signal> proxy(JsonNode event) {
    JsonNode query = event.path("queryStringParameters");
    String path = event.path("rawPath").asText();
    String shop = query.path("shop").asText().replaceFirst("\\.myshopify\\.com$", "");
    if (path.endsWith(VISIT) || shop.isEmpty()) {
      return List.of();
    }
    String method = event.at("/requestContext/http/method").asText();
    Who who = customer(query.path("logged_in_customer_id").asText());
    String what = method.toLowerCase(Locale.ROOT) + " " + path.replaceFirst("^/proxy", "");
    return List.of(new Signal(shop, who, "storefront", what, "", false));
  }

  /** A visitor token names the customer in its first half; the product alone proves it. */
  private static Who visitor(String token) {
    try {
      byte[] said = Base64.getUrlDecoder().decode(token.split("\\.")[0]);
      String[] claims = new String(said, StandardCharsets.UTF_8).split("\\|");
      return claims.length > 1 ? customer(claims[1]) : new Who.Nobody();
    } catch (IllegalArgumentException e) {
      return new Who.Nobody();
    }
  }

  private static Who customer(String digits) {
    return digits.matches("\\d{1,18}")
        ? new Who.Customer(Long.parseLong(digits))
        : new Who.Nobody();
  }

  private static String first(JsonNode tree, String... pointers) {
    return Arrays.stream(pointers)
        .map(pointer -> tree.at(pointer).asText())
        .filter(Predicate.not(String::isBlank))
        .findFirst()
        .orElse("");
  }

  private static JsonNode body(JsonNode event) {
    String text = event.path("body").asText();
    byte[] bytes =
        event.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    return read(bytes).orElseGet(JSON::createObjectNode);
  }

  /** The JSON in these bytes, if it is any. */
  static Optional<JsonNode> read(byte[] bytes) {
    try {
      return Optional.ofNullable(JSON.readTree(bytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
