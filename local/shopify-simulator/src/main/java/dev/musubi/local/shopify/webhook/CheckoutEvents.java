package dev.musubi.local.shopify.webhook;

import static dev.musubi.local.shopify.webhook.Fields.empties;
import static dev.musubi.local.shopify.webhook.Fields.falses;
import static dev.musubi.local.shopify.webhook.Fields.nulls;
import static dev.musubi.local.shopify.webhook.Fields.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Checkout;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.ShopSpec;
import java.math.BigDecimal;
import java.util.List;

/**
 * What subscribers are told of checkouts. Since 2026-04 a checkout has no id: its token names it.
 *
 * @see <a
 *     href="https://shopify.dev/changelog/removed-checkout-id-from-checkouts-and-orders-webhooks">Shopify:
 *     checkout id removed</a>
 */
public final class CheckoutEvents {
  private CheckoutEvents() {}

  public static Event created(ShopSpec shop, Checkout checkout, Customer customer) {
    return event("checkouts/create", shop, checkout, customer);
  }

  public static Event updated(ShopSpec shop, Checkout checkout, Customer customer) {
    return event("checkouts/update", shop, checkout, customer);
  }

  private static Event event(String topic, ShopSpec shop, Checkout checkout, Customer customer) {
    Market market = shop.market();
    ObjectNode payload = object().put("token", checkout.token());
    payload.put("cart_token", checkout.cartToken()).put("email", customer.email());
    payload.put("abandoned_checkout_url", recoverUrl(shop, checkout));
    payload.put("created_at", market.time(checkout.createdAt()));
    payload.put("updated_at", market.time(checkout.updatedAt()));
    payload.put("completed_at", checkout.completedAt().map(market::time).orElse(null));
    payload.put("currency", market.currency().getCurrencyCode());
    payload.put("presentment_currency", market.currency().getCurrencyCode());
    payload.put("customer_locale", customer.locale());
    payload.put("name", "#" + checkout.token()).put("source_name", "web");
    payload.put("phone", customer.phone().orElse(null));
    payload.put("taxes_included", market.japanese()).put("total_weight", 0);
    rest(payload);
    totals(payload, market, checkout.lines());
    ArrayNode lines = payload.putArray("line_items");
    checkout.lines().forEach(line -> lines.add(line(market, line)));
    payload.set("customer", CustomerEvents.nested(market, customer));
    payload.set("billing_address", Addresses.located(market, customer));
    payload.set("shipping_address", Addresses.located(market, customer));
    return new Event(topic, payload, List.of());
  }

  /** Where an abandoned checkout is taken up again. */
  public static String recoverUrl(ShopSpec shop, Checkout checkout) {
    return shop.url("/checkouts/" + checkout.token() + "/recover?key=" + checkout.key());
  }

  private static void rest(ObjectNode payload) {
    nulls(payload, "closed_at", "gateway", "landing_site", "note", "referring_site", "user_id");
    nulls(payload, "location_id", "source_identifier", "source_url", "device_id", "source");
    nulls(payload, "total_duties", "reservation_token", "sms_marketing_phone");
    empties(payload, "note_attributes", "shipping_lines", "discount_codes", "tax_lines");
    falses(payload, "buyer_accepts_marketing", "buyer_accepts_sms_marketing");
  }

  private static void totals(ObjectNode payload, Market market, List<Line> lines) {
    BigDecimal total = lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    for (String name : List.of("total_line_items_price", "total_price", "subtotal_price")) {
      payload.put(name, market.money(total));
    }
    payload.put("total_discounts", market.money(BigDecimal.ZERO));
    payload.put("total_tax", market.money(BigDecimal.ZERO));
  }

  private static ObjectNode line(Market market, Line line) {
    ObjectNode node = object().put("key", Long.toString(line.variantId()));
    node.put("product_id", line.productId()).put("variant_id", line.variantId());
    node.put("title", line.title()).put("presentment_title", line.title());
    node.put("variant_title", line.variantTitle());
    node.put("presentment_variant_title", line.variantTitle());
    node.put("quantity", line.quantity()).put("grams", 0).put("fulfillment_service", "manual");
    node.put("price", market.money(line.price())).put("variant_price", market.money(line.price()));
    node.put("line_price", market.money(line.total()));
    node.put("requires_shipping", true).put("taxable", true).put("gift_card", false);
    nulls(node, "sku", "vendor", "compare_at_price", "properties", "user_id", "rank");
    nulls(node, "destination_location_id", "origin_location_id", "unit_price_measurement");
    empties(node, "applied_discounts", "discount_allocations", "tax_lines");
    return node;
  }
}
