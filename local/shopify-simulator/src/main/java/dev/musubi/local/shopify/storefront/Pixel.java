package dev.musubi.local.shopify.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the storefront's script and the web pixel do together when a logged-in customer looks at a
 * product: a signed visit that answers with a visitor token, then the pixel's unsigned event with
 * it.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/web-pixels-api/standard-events/product_viewed">Shopify:
 *     product_viewed</a>
 */
public final class Pixel implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int NO_ANSWER = 0;
  private static final int NOT_LOADED = -1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Shops shops;
  private final AppProxy proxy;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  public Pixel(Shops shops, AppProxy proxy) {
    this.shops = shops;
    this.proxy = proxy;
  }

  /** The status of the visit and, if it gave a token, of every event; 0 where no answer came. */
  public record Viewed(int visit, List<Integer> events) {
    /** Without consent neither the script nor the pixel is loaded. */
    static final Viewed WITHHELD = new Viewed(NOT_LOADED, List.of());

    public Viewed {
      events = List.copyOf(events);
    }

    /** Whether nothing was sent, for want of the customer's consent. */
    public boolean withheld() {
      return visit == NOT_LOADED;
    }

    /** Whether everything was taken. */
    public boolean accepted() {
      return visit == 200 && !events.isEmpty() && events.stream().allMatch(s -> s / 100 == 2);
    }
  }

  public Viewed view(String handle, long customer, String product, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("'times' must be at least 1");
    }
    shops.in(handle, shop -> shop.customer(customer));
    shops.in(handle, shop -> shop.item(product));
    if (shops.in(handle, s -> s.logins().consent(customer)).filter(given -> !given).isPresent()) {
      return Viewed.WITHHELD;
    }
    ProxyAnswer visit = proxy.forward(handle, Optional.of(customer), "GET", "/visit", "");
    Optional<String> token = visitorToken(visit);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 1; token.isPresent() && i <= times; i++) {
      int seq = i;
      String body =
          shops.in(handle, shop -> body(shop, customer, shop.item(product), token.get(), seq));
      statuses.add(post(handle, body));
    }
    return new Viewed(visit.status(), statuses);
  }

  private static Optional<String> visitorToken(ProxyAnswer visit) {
    if (visit.status() != 200) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(visit.body()))
          .map(answer -> answer.path("visitorToken"))
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText);
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private int post(String handle, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(shops.in(handle, s -> s.spec().musubi().pixel()))
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain;charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      return NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
    }
  }

  private String body(Shop shop, long customer, Item item, String token, int seq) {
    ObjectNode body = JSON.createObjectNode().put("visitorToken", token);
    ObjectNode event = body.putObject("event").put("id", shops.identifiers().uuid());
    event.put("name", "product_viewed").put("clientId", "browser-of-" + customer);
    event.put("timestamp", shops.now().toString()).put("seq", seq).put("type", "standard");
    event.set("context", context(shop, item));
    event.set("data", data(shop, item));
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }

  /** Where the browser is, as every event of a pixel has it. */
  private static ObjectNode context(Shop shop, Item item) {
    String address = shop.spec().url("/products/" + item.product().handle());
    ObjectNode context = JSON.createObjectNode();
    ObjectNode document = context.putObject("document");
    document.put("title", item.product().title()).put("referrer", "");
    document.putObject("location").put("href", address);
    context.putObject("navigator").put("language", shop.spec().market().locale());
    context.putObject("window").putObject("location").put("href", address);
    return context;
  }

  /** The numbers are strings here, and no gids. */
  static ObjectNode data(Shop shop, Item item) {
    ObjectNode data = JSON.createObjectNode();
    ObjectNode variant = data.putObject("productVariant");
    variant.put("id", Long.toString(item.variant().id())).put("title", item.variant().title());
    variant.putNull("sku");
    variant
        .putObject("price")
        .put("amount", item.variant().price())
        .put("currencyCode", shop.spec().market().currency().getCurrencyCode());
    variant.putObject("image").put("src", shop.spec().imageUrl(item.product().handle()));
    variant
        .putObject("product")
        .put("id", Long.toString(item.product().id()))
        .put("title", item.product().title())
        .put("url", "/products/" + item.product().handle())
        .put("vendor", shop.spec().name())
        .put("type", item.product().productType());
    return data;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
