package dev.musubi.core.shopping;

import dev.musubi.core.shop.ShopId;
import java.util.List;

/**
 * Port: the webhooks that Shopify sends for a shop. Shopify deletes a subscription whose deliveries
 * failed for four hours.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/troubleshooting-webhooks">Webhook
 *     retries</a>
 */
public interface Subscriptions {

  /**
   * Makes sure that every topic is sent to this stack's address for that shop; answers the topics
   * that were not. A subscription to another address is left alone: Shopify ends it by itself once
   * nobody answers there.
   */
  List<ShopTopic> complete(ShopId shop, List<ShopTopic> topics);
}
