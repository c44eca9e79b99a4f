package dev.musubi.core.shopping;

import java.util.Arrays;
import java.util.Optional;

/**
 * The webhooks that Musubi wants from Shopify: the one list of them.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/admin-graphql/latest/enums/WebhookSubscriptionTopic">WebhookSubscriptionTopic</a>
 */
public enum ShopTopic {
  CHECKOUTS_CREATE("checkouts/create"),
  CHECKOUTS_UPDATE("checkouts/update"),
  ORDERS_CREATE("orders/create"),
  ORDERS_PAID("orders/paid"),
  ORDERS_UPDATED("orders/updated"),
  ORDERS_CANCELLED("orders/cancelled"),
  FULFILLMENTS_CREATE("fulfillments/create"),
  FULFILLMENTS_UPDATE("fulfillments/update"),
  PRODUCTS_CREATE("products/create"),
  PRODUCTS_UPDATE("products/update"),
  PRODUCTS_DELETE("products/delete"),
  VARIANTS_IN_STOCK("variants/in_stock"),
  VARIANTS_OUT_OF_STOCK("variants/out_of_stock"),
  INVENTORY_LEVELS_UPDATE("inventory_levels/update"),
  CUSTOMER_TAGS_REMOVED("customer.tags_removed"),
  CUSTOMERS_MERGE("customers/merge"),
  CUSTOMERS_DELETE("customers/delete"),
  APP_UNINSTALLED("app/uninstalled"),
  CUSTOMERS_DATA_REQUEST("customers/data_request"),
  CUSTOMERS_REDACT("customers/redact"),
  SHOP_REDACT("shop/redact");

  private final String topic;

  ShopTopic(String topic) {
    this.topic = topic;
  }

  /** As the header {@code X-Shopify-Topic} has it. */
  public String topic() {
    return topic;
  }

  /** Whether only the app's own configuration can subscribe to it, never the Admin API. */
  public boolean compliance() {
    return this == CUSTOMERS_DATA_REQUEST || this == CUSTOMERS_REDACT || this == SHOP_REDACT;
  }

  public static Optional<ShopTopic> of(String header) {
    return Arrays.stream(values()).filter(one -> one.topic.equals(header)).findFirst();
  }
}
