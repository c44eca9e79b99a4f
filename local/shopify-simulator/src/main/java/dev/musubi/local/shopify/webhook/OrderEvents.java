package dev.musubi.local.shopify.webhook;

import static dev.musubi.local.shopify.webhook.Fields.empties;
import static dev.musubi.local.shopify.webhook.Fields.falses;
import static dev.musubi.local.shopify.webhook.Fields.moneySet;
import static dev.musubi.local.shopify.webhook.Fields.moneyWithSet;
import static dev.musubi.local.shopify.webhook.Fields.nulls;
import static dev.musubi.local.shopify.webhook.Fields.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.FinancialStatus;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Location;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.OrderOrigin.CheckoutTokens;
import dev.musubi.local.shopify.shop.SalesChannel;
import dev.musubi.local.shopify.shop.ShopSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What subscribers are told of orders. Since 2026-04 an order names its checkout by token alone.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks?reference=toml">Shopify: webhook topics</a>
 */
public final class OrderEvents {
  private OrderEvents() {}

  public static Event created(ShopSpec shop, Order order, Optional<Customer> customer) {
    return event("orders/create", shop, order, customer);
  }

  public static Event paid(ShopSpec shop, Order order, Optional<Customer> customer) {
    return event("orders/paid", shop, order, customer);
  }

  public static Event cancelled(ShopSpec shop, Order order, Optional<Customer> customer) {
    return event("orders/cancelled", shop, order, customer);
  }

  public static Event updated(ShopSpec shop, Order order, Optional<Customer> customer) {
    return event("orders/updated", shop, order, customer);
  }

  public static Event fulfilled(ShopSpec shop, Order order, Optional<Customer> customer) {
    return event("orders/fulfilled", shop, order, customer);
  }

  public static Event partiallyFulfilled(ShopSpec shop, Order order, Optional<Customer> customer) {
    return event("orders/partially_fulfilled", shop, order, customer);
  }

  private static Event event(
      String topic, ShopSpec shop, Order order, Optional<Customer> customer) {
    Market market = shop.market();
    ObjectNode payload = object().put("id", order.id());
    payload.put("admin_graphql_api_id", Numbers.gid("Order", order.id()));
    identity(payload, shop, order);
    state(payload, market, order);
    totals(payload, market, order);
    rest(payload);
    ArrayNode refunds = payload.putArray("refunds");
    order.refunds().forEach(r -> refunds.add(RefundEvents.refund(market, order, r)));
    customer.ifPresentOrElse(
        person -> buyer(payload, market, person),
        () -> nulls(payload, "customer", "email", "contact_email", "phone", "customer_locale"));
    ArrayNode lines = payload.putArray("line_items");
    OrderLines.all(market, order).forEach(lines::add);
    ArrayNode parcels = payload.putArray("fulfillments");
    order
        .fulfillments()
        .forEach(f -> parcels.add(FulfillmentEvents.parcel(market, order, f, customer)));
    return Event.about(topic, payload, "Order", order.id());
  }

  private static void identity(ObjectNode payload, ShopSpec shop, Order order) {
    payload.put("name", order.name()).put("order_number", order.number());
    payload.put("number", order.number() - 1000);
    payload.put("confirmation_number", "C" + order.number());
    payload.put("token", token(order));
    Optional<CheckoutTokens> checkout = order.origin().checkout();
    payload.put("checkout_token", checkout.map(CheckoutTokens::checkoutToken).orElse(null));
    payload.put("cart_token", checkout.map(CheckoutTokens::cartToken).orElse(null));
    payload.put("order_status_url", statusUrl(shop, order));
    payload.put("merchant_business_entity_id", "MTU0ODM4MDAwOQ");
    payload.put("source_name", order.origin().channel().label());
    payload.put("test", order.origin().test());
    boolean pos = order.origin().channel() == SalesChannel.POS;
    payload.put("location_id", pos ? Location.of(shop.market()).getLast().id() : null);
  }

  /** What stands in the address of the order's own page. */
  public static String token(Order order) {
    return "%08xo%x".formatted(order.number(), order.id());
  }

  /** The page on which a buyer follows the order. */
  public static String statusUrl(ShopSpec shop, Order order) {
    return shop.url("/orders/" + token(order) + "/authenticate");
  }

  private static void state(ObjectNode payload, Market market, Order order) {
    for (String name : List.of("created_at", "processed_at")) {
      payload.put(name, market.time(order.createdAt()));
    }
    payload.put("updated_at", market.time(order.updatedAt()));
    payload.put("cancelled_at", order.cancelledAt().map(market::time).orElse(null));
    payload.put("cancel_reason", order.cancelledAt().map(at -> "customer").orElse(null));
    payload.put("financial_status", order.financialStatus().label());
    payload.put("fulfillment_status", shippedSoFar(order));
    payload.put("currency", market.currency().getCurrencyCode());
    payload.put("presentment_currency", market.currency().getCurrencyCode());
    payload.put("confirmed", true).put("taxes_included", market.japanese());
    payload.put("total_weight", 0).put("tags", "");
    payload.putArray("payment_gateway_names").add(order.origin().payment().gateway(market));
  }

  private static String shippedSoFar(Order order) {
    if (order.unshipped().isEmpty()) {
      return "fulfilled";
    }
    return order.partlyShipped() ? "partial" : null;
  }

  private static void totals(ObjectNode payload, Market market, Order order) {
    BigDecimal total = order.total();
    List.of("subtotal_price", "total_line_items_price", "total_price")
        .forEach(name -> moneyWithSet(payload, name, total, market));
    BigDecimal current = Line.total(order.refundable());
    List.of("current_subtotal_price", "current_total_price")
        .forEach(name -> moneyWithSet(payload, name, current, market));
    List<String> nothing =
        List.of("current_total_discounts", "current_total_tax", "total_discounts", "total_tax");
    nothing.forEach(name -> moneyWithSet(payload, name, BigDecimal.ZERO, market));
    List<String> setOnly =
        List.of(
            "current_shipping_price_set",
            "total_cash_rounding_payment_adjustment_set",
            "total_cash_rounding_refund_adjustment_set",
            "total_shipping_price_set");
    setOnly.forEach(name -> moneySet(payload, name, BigDecimal.ZERO, market));
    boolean owed = order.financialStatus() == FinancialStatus.PENDING;
    payload.put("total_outstanding", market.money(owed ? total : BigDecimal.ZERO));
    payload.put("total_tip_received", market.money(BigDecimal.ZERO));
  }

  private static void rest(ObjectNode payload) {
    nulls(payload, "app_id", "browser_ip", "client_details", "closed_at", "device_id");
    nulls(payload, "current_total_additional_fees_set", "current_total_duties_set");
    nulls(payload, "landing_site", "landing_site_ref", "merchant_of_record_app_id");
    nulls(payload, "note", "original_total_additional_fees_set", "original_total_duties_set");
    nulls(payload, "payment_terms", "po_number", "reference", "referring_site", "user_id");
    nulls(payload, "source_identifier", "source_url", "billing_address", "shipping_address");
    empties(payload, "discount_applications", "discount_codes", "line_item_groups");
    empties(payload, "note_attributes", "returns", "shipping_lines", "tax_lines");
    falses(payload, "buyer_accepts_marketing", "duties_included", "estimated_taxes");
    falses(payload, "tax_exempt");
  }

  private static void buyer(ObjectNode payload, Market market, Customer customer) {
    payload.put("email", customer.email()).put("contact_email", customer.email());
    payload.put("phone", customer.phone().orElse(null)).put("customer_locale", customer.locale());
    payload.set("customer", CustomerEvents.nested(market, customer));
    payload.set("billing_address", Addresses.located(market, customer));
    payload.set("shipping_address", Addresses.located(market, customer));
  }
}
