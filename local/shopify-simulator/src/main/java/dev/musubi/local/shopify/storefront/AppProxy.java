package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.shop.Shops;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Shopify's app proxy: forwards what the storefront is asked below {@code /apps/line} to the app,
 * with signed parameters, without cookies in either direction.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/online-store/app-proxies">Shopify: app
 *     proxies</a>
 */
public final class AppProxy implements AutoCloseable {
  public static final String PREFIX = "/apps/line";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> STRIPPED =
      List.of(
          "accept-patch",
          "accept-ranges",
          "connection",
          "cookie",
          "date",
          "delta-base",
          "im",
          "p3p",
          "pragma",
          "preference-applied",
          "proxy-authenticate",
          "public-key-pins",
          "server",
          "service-worker-allowed",
          "set-cookie",
          "trailer",
          "tk",
          "warning",
          "x-powered-by");

  /** What belongs to the connection itself and is made anew. */
  private static final List<String> HOP_BY_HOP =
      List.of("content-length", "transfer-encoding", "keep-alive");

  private final Shops shops;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  public AppProxy(Shops shops) {
    this.shops = shops;
  }

  /** As an act of the world: a request of a customer, or of a visitor who is nobody yet. */
  public ProxyAnswer forward(
      String handle, Optional<Long> loggedIn, String method, String pathAndQuery, String body) {
    return forward(handle, ProxyRequest.byAct(loggedIn, method, pathAndQuery, body));
  }

  ProxyAnswer forward(String handle, ProxyRequest request) {
    if (!shops.in(handle, Shop::installed)) {
      return new ProxyAnswer(404, Map.of(), new byte[0]);
    }
    ShopSpec shop = shops.in(handle, Shop::spec);
    Optional<Long> seen =
        request
            .loggedIn()
            .flatMap(c -> shops.in(handle, s -> s.logins().asTheProxySees(s.customer(c).id())));
    String query = signed(shop, request.query(), seen);
    URI target = URI.create(base(shop) + request.path() + "?" + query);
    HttpRequest.Builder outgoing =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()))
            .header("X-Forwarded-For", request.clientAddress())
            .header("X-Forwarded-Host", shop.domain());
    request.contentType().ifPresent(type -> outgoing.header("Content-Type", type));
    try {
      return answer(http.send(outgoing.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException unreachable) {
      return new ProxyAnswer(502, Map.of(), new byte[0]);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ProxyAnswer(502, Map.of(), new byte[0]);
    }
  }

  private static String base(ShopSpec shop) {
    String base = shop.musubi().appProxy().toString();
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** The visitor's own parameters first, as they came. */
  private String signed(ShopSpec shop, String query, Optional<Long> seen) {
    String added =
        "shop=%s&logged_in_customer_id=%s&path_prefix=%s&timestamp=%d"
            .formatted(
                shop.domain(),
                seen.map(String::valueOf).orElse(""),
                URLEncoder.encode(PREFIX, StandardCharsets.UTF_8),
                shops.now().getEpochSecond());
    String all = query.isEmpty() ? added : query + "&" + added;
    return all + "&signature=" + ProxySignature.of(all, shop.app().clientSecret());
  }

  private static ProxyAnswer answer(HttpResponse<byte[]> response) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!STRIPPED.contains(lower) && !HOP_BY_HOP.contains(lower)) {
                kept.put(lower, values);
              }
            });
    return new ProxyAnswer(response.statusCode(), kept, response.body());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
