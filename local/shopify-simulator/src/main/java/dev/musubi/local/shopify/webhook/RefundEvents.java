package dev.musubi.local.shopify.webhook;

import static dev.musubi.local.shopify.webhook.Fields.empties;
import static dev.musubi.local.shopify.webhook.Fields.moneySet;
import static dev.musubi.local.shopify.webhook.Fields.nulls;
import static dev.musubi.local.shopify.webhook.Fields.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Refund;
import dev.musubi.local.shopify.shop.ShopSpec;
import java.math.BigDecimal;
import java.util.List;

/**
 * What subscribers are told of refunds.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks?reference=toml">Shopify: webhook topics</a>
 */
public final class RefundEvents {
  private RefundEvents() {}

  public static Event created(ShopSpec shop, Order order, Refund refund) {
    ObjectNode payload = refund(shop.market(), order, refund);
    return Event.about("refunds/create", payload, "Refund", refund.id());
  }

  static ObjectNode refund(Market market, Order order, Refund refund) {
    ObjectNode node = object().put("id", refund.id()).put("order_id", order.id());
    node.put("admin_graphql_api_id", Numbers.gid("Refund", refund.id()));
    node.put("created_at", market.time(refund.createdAt()));
    node.put("processed_at", market.time(refund.createdAt()));
    node.put("restock", refund.restocked());
    nulls(node, "note", "user_id", "return");
    empties(node, "duties", "refund_shipping_lines", "order_adjustments");
    moneySet(node, "total_duties_set", BigDecimal.ZERO, market);
    ArrayNode lines = node.putArray("refund_line_items");
    refund.lines().forEach(line -> lines.add(line(market, order, refund, line)));
    node.putArray("transactions").add(transaction(market, order, refund));
    return node;
  }

  private static ObjectNode line(Market market, Order order, Refund refund, Line line) {
    long lineItem = OrderLines.id(order, line.variantId());
    ObjectNode node = object().put("id", refund.id() * 100 + refund.lines().indexOf(line));
    node.put("quantity", line.quantity()).put("line_item_id", lineItem);
    node.put("restock_type", refund.restocked() ? "cancel" : "no_restock");
    node.put("subtotal", line.total()).put("total_tax", 0);
    moneySet(node, "subtotal_set", line.total(), market);
    moneySet(node, "total_tax_set", BigDecimal.ZERO, market);
    nulls(node, "location_id");
    OrderLines.some(market, order, List.of(line)).forEach(full -> node.set("line_item", full));
    return node;
  }

  private static ObjectNode transaction(Market market, Order order, Refund refund) {
    long id = refund.id() + 1;
    ObjectNode node = object().put("id", id).put("order_id", order.id());
    node.put("admin_graphql_api_id", Numbers.gid("OrderTransaction", id));
    node.put("kind", "refund").put("status", "success").put("source_name", "web");
    node.put("gateway", order.origin().payment().gateway(market));
    node.put("created_at", market.time(refund.createdAt()));
    node.put("processed_at", market.time(refund.createdAt()));
    node.put("test", order.origin().test()).put("amount", market.money(refund.total()));
    node.put("currency", market.currency().getCurrencyCode());
    node.put("payment_id", order.name() + ".1").put("manual_payment_gateway", false);
    node.putObject("receipt");
    moneySet(node, "total_unsettled_set", BigDecimal.ZERO, market);
    nulls(node, "message", "authorization", "location_id", "user_id", "parent_id");
    nulls(node, "device_id", "error_code", "amount_rounding");
    return node;
  }
}
