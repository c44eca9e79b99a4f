package dev.musubi.shopify.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.ShopTopic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads verified webhooks, whatever version of Shopify's API wrote them. Unknown topics and fields
 * are no failure; a known topic without what it must say is a {@link MalformedWebhook}. Shopify
 * signs the body alone, so one that would end or erase something must itself say what its topic
 * claims: else any signed body could be sent again under another topic, or to another shop of the
 * same app.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Webhook topics</a>
 */
public final class ShopifyEvents {

  private ShopifyEvents() {}

  /** {@code triggeredAt} is the header's time, for what carries none of its own. */
  public static ShopSignal read(ShopId shop, String topic, Instant triggeredAt, String body) {
    if (topic.equals(ShopSignal.OrderNamed.TOPIC)) {
      return new ShopSignal.OrderNamed(new OrderId(Fields.of(body).number("id")));
    }
    return ShopTopic.of(topic)
        .map(known -> read(shop, known, triggeredAt, body))
        .orElseGet(() -> new ShopSignal.Other(topic));
  }

  private static ShopSignal read(ShopId shop, ShopTopic topic, Instant triggeredAt, String body) {
    return switch (topic) {
      case ORDERS_CREATE, ORDERS_PAID, ORDERS_UPDATED ->
          ordered(Fields.of(body), triggeredAt, false);
      case ORDERS_CANCELLED -> ordered(Fields.of(body), triggeredAt, true);
      case CHECKOUTS_CREATE, CHECKOUTS_UPDATE ->
          new ShopSignal.CheckoutHeard(CheckoutWebhook.checkout(Fields.of(body), triggeredAt));
      case FULFILLMENTS_CREATE, FULFILLMENTS_UPDATE -> parcel(Fields.of(body), triggeredAt);
      case PRODUCTS_CREATE, PRODUCTS_UPDATE ->
          new ShopSignal.ProductHeard(ProductWebhook.facts(Fields.of(body), triggeredAt));
      case PRODUCTS_DELETE ->
          new ShopSignal.ProductGone(new ProductId(Fields.of(body).number("id")), triggeredAt);
      case VARIANTS_IN_STOCK -> stock(Fields.of(body), true, triggeredAt);
      case VARIANTS_OUT_OF_STOCK -> stock(Fields.of(body), false, triggeredAt);
      case INVENTORY_LEVELS_UPDATE ->
          new ShopSignal.InventoryMoved(
              new InventoryItemId(Fields.of(body).number("inventory_item_id")), triggeredAt);
      case CUSTOMER_TAGS_REMOVED -> tagsRemoved(Fields.of(body));
      case CUSTOMERS_REDACT -> redacted(topic, asked(shop, Fields.of(body)));
      case CUSTOMERS_DATA_REQUEST -> dataRequested(topic, asked(shop, Fields.of(body)));
      case CUSTOMERS_MERGE -> merged(topic, Fields.of(body));
      case CUSTOMERS_DELETE -> deleted(Fields.of(body));
      case SHOP_REDACT -> shopRedacted(asked(shop, Fields.of(body)));
      case APP_UNINSTALLED -> uninstalled(shop, Fields.of(body), triggeredAt);
    };
  }

  /** What Shopify asks for about persons and shops names the shop. */
  private static Fields asked(ShopId shop, Fields request) {
    if (!ofShop(shop, request.requiredText("shop_domain"))) {
      throw Fields.wrong("shop_domain");
    }
    return request;
  }

  private static boolean ofShop(ShopId shop, String domain) {
    return ShopId.ofDomain(domain.toLowerCase(Locale.ROOT)).filter(shop::equals).isPresent();
  }

  /** An answer to a request about one customer can't be taken for one about the whole shop. */
  private static ShopSignal shopRedacted(Fields request) {
    if (request.has("customer")) {
      throw Fields.wrong("customer");
    }
    return new ShopSignal.ShopRedacted();
  }

  /** The body is the shop as it was, whose domain is often null by then. */
  private static ShopSignal uninstalled(ShopId shop, Fields known, Instant triggeredAt) {
    if (!known.has("myshopify_domain")
        || known.text("myshopify_domain").filter(domain -> !ofShop(shop, domain)).isPresent()) {
      throw Fields.wrong("myshopify_domain");
    }
    return new ShopSignal.Uninstalled(triggeredAt);
  }

  private static ShopSignal deleted(Fields customer) {
    if (!customer.requiredText("admin_graphql_api_id").startsWith("gid://shopify/Customer/")) {
      throw Fields.wrong("admin_graphql_api_id");
    }
    return new ShopSignal.CustomerDeleted(new CustomerId(customer.number("id")));
  }

  private static ShopSignal ordered(Fields order, Instant triggeredAt, boolean cancelled) {
    return new ShopSignal.Ordered(
        OrderWebhook.order(order, triggeredAt, cancelled), CheckoutWebhook.names(order));
  }

  private static ShopSignal parcel(Fields fulfilment, Instant triggeredAt) {
    return new ShopSignal.ParcelHeard(
        new OrderId(fulfilment.number("order_id")), ParcelWebhook.parcel(fulfilment, triggeredAt));
  }

  private static ShopSignal stock(Fields variant, boolean inStock, Instant triggeredAt) {
    return new ShopSignal.StockHeard(
        new ProductId(variant.number("product_id")),
        ProductWebhook.stock(variant, inStock, triggeredAt),
        triggeredAt);
  }

  private static ShopSignal tagsRemoved(Fields change) {
    List<String> tags = new ArrayList<>();
    change
        .value("tags")
        .filter(JsonNode::isArray)
        .orElseThrow(() -> Fields.wrong("tags"))
        .forEach(tag -> tags.add(tag.asText()));
    return new ShopSignal.TagsRemoved(new CustomerId(change.gid("customerId")), tags);
  }

  private static ShopSignal redacted(ShopTopic topic, Fields request) {
    return customer(request)
        .<ShopSignal>map(ShopSignal.CustomerRedacted::new)
        .orElseGet(() -> new ShopSignal.Other(topic.topic()));
  }

  private static ShopSignal dataRequested(ShopTopic topic, Fields request) {
    String number =
        request.object("data_request").map(r -> Long.toString(r.number("id"))).orElse("none");
    return customer(request)
        .<ShopSignal>map(customer -> new ShopSignal.DataRequested(customer, number))
        .orElseGet(() -> new ShopSignal.Other(topic.topic()));
  }

  /** A request may name somebody by e-mail alone: nothing is held under that. */
  private static Optional<CustomerId> customer(Fields request) {
    return request
        .object("customer")
        .filter(customer -> customer.value("id").isPresent())
        .map(customer -> new CustomerId(customer.number("id")));
  }

  /**
   * Told when a merge begins, fails or is done; versions of the API write the state differently.
   */
  private static ShopSignal merged(ShopTopic topic, Fields merge) {
    if (!merge.requiredText("status").equalsIgnoreCase("completed")) {
      return new ShopSignal.Other(topic.topic());
    }
    CustomerId kept = new CustomerId(merge.gid("admin_graphql_api_customer_kept_id"));
    CustomerId gone = new CustomerId(merge.gid("admin_graphql_api_customer_deleted_id"));
    return kept.equals(gone)
        ? new ShopSignal.Other(topic.topic())
        : new ShopSignal.CustomersMerged(kept, gone);
  }
}
