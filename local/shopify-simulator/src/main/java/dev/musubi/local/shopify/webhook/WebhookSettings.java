package dev.musubi.local.shopify.webhook;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How Shopify sends webhooks: which topics the app subscribes to, in which of the two ways, and how
 * long a receiver may take (real time). Compliance topics always go to the app-specific
 * subscription.
 */
public record WebhookSettings(
    Subscriptions subscriptions, List<String> topics, Duration connectPatience, Duration patience) {
  static final List<String> COMPLIANCE =
      List.of("customers/data_request", "customers/redact", "shop/redact");

  /** What the simulator can also tell, to who subscribes to it. */
  private static final List<String> MORE =
      List.of(
          "orders/fulfilled", "orders/partially_fulfilled", "products/create", "products/delete");

  private static final List<String> TOPICS_IN_USE =
      List.of(
          "checkouts/create",
          "checkouts/update",
          "orders/create",
          "orders/paid",
          "orders/updated",
          "orders/cancelled",
          "refunds/create",
          "fulfillments/create",
          "fulfillments/update",
          "products/update",
          "variants/in_stock",
          "variants/out_of_stock",
          "inventory_levels/update",
          "customers/update",
          "customers/delete",
          "customers/merge",
          "customer.tags_added",
          "customer.tags_removed",
          "app/uninstalled");

  /**
   * App-specific subscriptions are never deleted; shop-specific ones are after eight failed
   * retries.
   */
  public enum Subscriptions {
    APP_SPECIFIC,
    SHOP_SPECIFIC
  }

  public WebhookSettings {
    topics = List.copyOf(topics);
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("'patience' must be positive");
    }
    if (connectPatience.isNegative() || connectPatience.isZero()) {
      throw new IllegalArgumentException("'connectPatience' must be positive");
    }
  }

  /** The topics that the app needs, app-specific, with Shopify's patience of 1 s and 5 s. */
  public static WebhookSettings asShopify() {
    return new WebhookSettings(
        Subscriptions.APP_SPECIFIC, TOPICS_IN_USE, Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  /** Every topic that one can subscribe to here. */
  public static List<String> everyTopic() {
    return Stream.concat(TOPICS_IN_USE.stream(), MORE.stream()).toList();
  }

  public WebhookSettings with(List<String> subscribed) {
    return new WebhookSettings(subscriptions, subscribed, connectPatience, patience);
  }

  public WebhookSettings with(Subscriptions kind) {
    return new WebhookSettings(kind, topics, connectPatience, patience);
  }

  public WebhookSettings withPatience(Duration connect, Duration total) {
    return new WebhookSettings(subscriptions, topics, connect, total);
  }
}
