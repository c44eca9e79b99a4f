package dev.musubi.local.shopify.webhook;

import static dev.musubi.local.shopify.webhook.Fields.nulls;
import static dev.musubi.local.shopify.webhook.Fields.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Fulfillment;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.ShopSpec;
import java.util.Optional;

/**
 * What subscribers are told of parcels. It names the order, never the customer.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks?reference=toml">Shopify: webhook topics</a>
 */
public final class FulfillmentEvents {
  private FulfillmentEvents() {}

  public static Event created(
      ShopSpec shop, Order order, Fulfillment parcel, Optional<Customer> customer) {
    ObjectNode payload = parcel(shop.market(), order, parcel, customer);
    return Event.about("fulfillments/create", payload, "Fulfillment", parcel.id());
  }

  static ObjectNode parcel(
      Market market, Order order, Fulfillment parcel, Optional<Customer> customer) {
    ObjectNode node = object().put("id", parcel.id()).put("order_id", order.id());
    node.put("admin_graphql_api_id", Numbers.gid("Fulfillment", parcel.id()));
    node.put("name", order.name() + "." + parcel.sequence()).put("status", "success");
    node.put("created_at", market.time(parcel.createdAt()));
    node.put("updated_at", market.time(parcel.createdAt()));
    node.put("tracking_company", company(market));
    node.put("tracking_number", parcel.trackingNumber());
    node.putArray("tracking_numbers").add(parcel.trackingNumber());
    node.put("tracking_url", trackingUrl(parcel));
    node.putArray("tracking_urls").add(trackingUrl(parcel));
    node.put("service", "manual").putObject("receipt");
    nulls(node, "shipment_status", "location_id", "origin_address");
    node.put("email", customer.map(Customer::email).orElse(null));
    node.set("destination", customer.map(c -> Addresses.located(market, c)).orElse(null));
    ArrayNode lines = node.putArray("line_items");
    OrderLines.shipped(market, order).forEach(lines::add);
    return node;
  }

  public static String company(Market market) {
    return market.japanese() ? "Yamato (EN)" : "UPS";
  }

  public static String trackingUrl(Fulfillment parcel) {
    return "https://tracking.example.com/?number=" + parcel.trackingNumber();
  }
}
