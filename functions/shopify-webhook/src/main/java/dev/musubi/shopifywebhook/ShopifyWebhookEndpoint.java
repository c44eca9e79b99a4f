package dev.musubi.shopifywebhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.shopping.ShopTopic;
import dev.musubi.lambda.Answers;
import dev.musubi.lambda.RawBody;
import dev.musubi.shopify.events.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Believes nothing before the signature, and answers 200 only when the webhook is queued; who
 * cannot prove to be Shopify learns nothing. The signature covers the body alone, so the shop is
 * the one whose secret fits.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https">HTTPS webhooks</a>
 */
final class ShopifyWebhookEndpoint {

  private static final List<Secret> NOBODYS = List.of(new Secret("nobody's"));

  private final ShopSecrets secrets;
  private final Consumer<RawShopify> inbox;
  private final Consumer<RawShopify> stockInbox;
  private final InstantSource clock;

  /** {@code stockInbox} takes what comes in bursts, so that it holds up nothing else. */
  ShopifyWebhookEndpoint(
      ShopSecrets secrets,
      Consumer<RawShopify> inbox,
      Consumer<RawShopify> stockInbox,
      InstantSource clock) {
    this.secrets = secrets;
    this.inbox = inbox;
    this.stockInbox = stockInbox;
    this.clock = clock;
  }

  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    Map<String, String> headers = event.getHeaders();
    Optional<ShopId> shop =
        ShopId.parse(event.getPathParameters().get("shop"))
            .filter(
                id ->
                    ShopId.ofDomain(headers.get("x-shopify-shop-domain"))
                        .filter(id::equals)
                        .isPresent());
    if (shop.isEmpty()) {
      return Answers.empty(401);
    }
    return switch (secrets.of(shop.get())) {
      case ShopSecrets.Lookup.Found(Secrets found) -> answer(event, shop.get(), found.shopify());
      case ShopSecrets.Lookup.Unknown unknown -> stranger(event);
      case ShopSecrets.Lookup.Busy busy -> Answers.empty(429);
    };
  }

  private APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event, ShopId shop, Secrets.Shopify shopify) {
    Map<String, String> headers = event.getHeaders();
    byte[] body = RawBody.of(event);
    if (!WebhookSignature.genuine(body, signature(event), shopify.clientSecrets())) {
      return Answers.empty(401);
    }
    String topic = headers.getOrDefault("x-shopify-topic", "");
    String id = headers.getOrDefault("x-shopify-webhook-id", "");
    if (topic.isBlank() || id.isBlank()) {
      return Answers.empty(400);
    }
    Instant now = clock.instant();
    Instant triggered = triggeredAt(headers.get("x-shopify-triggered-at")).orElse(now);
    Consumer<RawShopify> queue =
        topic.equals(ShopTopic.INVENTORY_LEVELS_UPDATE.topic()) ? stockInbox : inbox;
    queue.accept(
        new RawShopify(shop, topic, id, triggered, now, new String(body, StandardCharsets.UTF_8)));
    return Answers.empty(200);
  }

  /** As much work as a known shop's refusal: its time does not tell who is registered here. */
  private static APIGatewayV2HTTPResponse stranger(APIGatewayV2HTTPEvent event) {
    WebhookSignature.genuine(RawBody.of(event), signature(event), NOBODYS);
    return Answers.empty(401);
  }

  private static Optional<String> signature(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getHeaders().get(WebhookSignature.HEADER));
  }

  private static Optional<Instant> triggeredAt(String header) {
    try {
      return Optional.ofNullable(header).map(Instant::parse);
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
