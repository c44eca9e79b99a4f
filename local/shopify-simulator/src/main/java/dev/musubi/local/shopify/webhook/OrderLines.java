package dev.musubi.local.shopify.webhook;

import static dev.musubi.local.shopify.webhook.Fields.empties;
import static dev.musubi.local.shopify.webhook.Fields.moneyWithSet;
import static dev.musubi.local.shopify.webhook.Fields.nulls;
import static dev.musubi.local.shopify.webhook.Fields.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import java.math.BigDecimal;
import java.util.List;

/** The lines of an order, in its own payload and in those of its parcels and refunds. */
public final class OrderLines {
  private OrderLines() {}

  static List<ObjectNode> all(Market market, Order order) {
    return order.lines().stream().map(line -> line(market, order, line)).toList();
  }

  /** Some of an order's lines, which say less within a parcel or a refund than within the order. */
  static List<ObjectNode> some(Market market, Order order, List<Line> lines) {
    List<ObjectNode> nodes = lines.stream().map(line -> line(market, order, line)).toList();
    nodes.forEach(
        line ->
            line.remove(
                List.of("current_quantity", "attributed_staffs", "sales_line_item_group_id")));
    return nodes;
  }

  /** The number of the order's line for a variant. */
  public static long id(Order order, long variantId) {
    List<Long> variants = order.lines().stream().map(Line::variantId).toList();
    return order.id() * 100 + variants.indexOf(variantId);
  }

  private static ObjectNode line(Market market, Order order, Line line) {
    long id = id(order, line.variantId());
    int current = Line.quantity(order.refundable(), line.variantId());
    int unshipped = Line.quantity(order.unshipped(), line.variantId());
    int ordered = Line.quantity(order.lines(), line.variantId());
    ObjectNode node = object().put("id", id);
    node.put("admin_graphql_api_id", Numbers.gid("LineItem", id));
    node.put("product_id", line.productId()).put("variant_id", line.variantId());
    node.put("title", line.title()).put("name", line.title());
    node.put("variant_title", line.variantTitle());
    node.put("quantity", line.quantity()).put("current_quantity", current);
    node.put("fulfillable_quantity", Math.min(unshipped, current)).put("grams", 0);
    node.put("fulfillment_service", "manual");
    node.put("fulfillment_status", shippedSoFar(ordered, unshipped));
    node.put("variant_inventory_management", "shopify");
    node.put("gift_card", false).put("product_exists", true);
    node.put("requires_shipping", true).put("taxable", true);
    moneyWithSet(node, "price", line.price(), market);
    moneyWithSet(node, "total_discount", BigDecimal.ZERO, market);
    nulls(node, "sku", "vendor", "sales_line_item_group_id");
    empties(node, "attributed_staffs", "properties", "tax_lines", "duties");
    empties(node, "discount_allocations");
    return node;
  }

  private static String shippedSoFar(int ordered, int unshipped) {
    if (unshipped == 0) {
      return "fulfilled";
    }
    return unshipped < ordered ? "partial" : null;
  }
}
