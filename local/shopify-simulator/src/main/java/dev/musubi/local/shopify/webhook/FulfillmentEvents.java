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
import dev.musubi.local.shopify.shop.Tracking;
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

  public static Event updated(
      ShopSpec shop, Order order, Fulfillment parcel, Optional<Customer> customer) {
    ObjectNode payload = parcel(shop.market(), order, parcel, customer);
    return Event.about("fulfillments/update", payload, "Fulfillment", parcel.id());
  }

  static ObjectNode parcel(
      Market market, Order order, Fulfillment parcel, Optional<Customer> customer) {
    ObjectNode node = object().put("id", parcel.id()).put("order_id", order.id());
    node.put("admin_graphql_api_id", Numbers.gid("Fulfillment", parcel.id()));
    node.put("name", order.name() + "." + parcel.sequence());
    node.put("status", parcel.cancelled() ? "cancelled" : "success");
    node.put("shipment_status", parcel.state().shipmentStatus().orElse(null));
    node.put("created_at", market.time(parcel.createdAt()));
    node.put("updated_at", market.time(parcel.updatedAt()));
    node.put("tracking_company", parcel.tracking().map(Tracking::company).orElse(null));
    one(node, "tracking_number", parcel.tracking().flatMap(Tracking::number));
    one(node, "tracking_url", parcel.tracking().flatMap(Tracking::url));
    node.put("service", "manual").putObject("receipt");
    nulls(node, "location_id", "origin_address");
    node.put("email", customer.map(Customer::email).orElse(null));
    node.set("destination", customer.map(c -> Addresses.located(market, c)).orElse(null));
    ArrayNode lines = node.putArray("line_items");
    OrderLines.some(market, order, parcel.lines()).forEach(lines::add);
    return node;
  }

  /** By itself, and as the one element of the list of its kind. */
  private static void one(ObjectNode node, String name, Optional<String> value) {
    node.put(name, value.orElse(null));
    ArrayNode all = node.putArray(name + "s");
    value.ifPresent(all::add);
  }
}
