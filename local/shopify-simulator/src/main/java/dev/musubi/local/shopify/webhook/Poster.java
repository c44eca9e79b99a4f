package dev.musubi.local.shopify.webhook;

import dev.musubi.local.shopify.shop.Delivery;
import dev.musubi.local.shopify.shop.ShopSpec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts signed webhooks. No answer in time, a redirect and any other status than 2xx are failures.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/delivery-structure">Shopify: structure
 *     of a webhook</a>
 */
final class Poster implements AutoCloseable {
  /** What stands for the status when there was no answer. */
  static final int NO_ANSWER = 0;

  static final String API_VERSION = "2026-10";
  private static final DateTimeFormatter NANOSECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

  private final HttpClient http;
  private final WebhookSettings settings;

  Poster(WebhookSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectPatience())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The status of the answer. */
  int post(ShopSpec shop, Delivery delivery) {
    byte[] body = delivery.payload().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Shopify-Captain-Hook");
    headers.put("X-Shopify-Topic", delivery.topic());
    headers.put("X-Shopify-Hmac-Sha256", Signature.base64(shop.app().clientSecret(), body));
    headers.put("X-Shopify-Shop-Domain", shop.domain());
    headers.put("X-Shopify-API-Version", API_VERSION);
    headers.put("X-Shopify-Webhook-Id", delivery.webhookId());
    headers.put("X-Shopify-Event-Id", delivery.eventId());
    headers.put("X-Shopify-Triggered-At", NANOSECONDS.format(delivery.triggeredAt()));
    delivery.subscription().flatMap(s -> s.name()).ifPresent(n -> headers.put("X-Shopify-Name", n));
    delivery.extraHeaders().forEach(h -> headers.put(h.name(), h.value()));
    URI address = delivery.subscription().map(s -> s.uri()).orElse(shop.musubi().webhook());
    return post(address, headers, body);
  }

  private int post(URI address, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    var answer = http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
    try {
      return answer.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException | ExecutionException failed) {
      answer.cancel(true);
      return NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
