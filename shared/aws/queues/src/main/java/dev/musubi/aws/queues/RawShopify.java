package dev.musubi.aws.queues;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.Objects;

/**
 * A verified Shopify webhook: what its headers say and its body as Shopify wrote it; {@code
 * webhookId} is the same when it is delivered again. It never prints what it says.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/delivery-structure">Headers of a
 *     webhook</a>
 */
public record RawShopify(
    ShopId shop,
    String topic,
    String webhookId,
    Instant triggeredAt,
    Instant receivedAt,
    String body) {

  public RawShopify {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(topic, "'topic' must not be null");
    Objects.requireNonNull(webhookId, "'webhookId' must not be null");
    Objects.requireNonNull(triggeredAt, "'triggeredAt' must not be null");
    Objects.requireNonNull(receivedAt, "'receivedAt' must not be null");
    Objects.requireNonNull(body, "'body' must not be null");
  }

  RawShopify with(String otherBody) {
    return new RawShopify(shop, topic, webhookId, triggeredAt, receivedAt, otherBody);
  }

  @Override
  public String toString() {
    return "RawShopify[%s, %s, %s, %d characters]".formatted(shop, topic, webhookId, body.length());
  }
}
