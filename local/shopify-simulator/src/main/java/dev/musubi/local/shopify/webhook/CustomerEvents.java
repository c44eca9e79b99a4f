package dev.musubi.local.shopify.webhook;

import static dev.musubi.local.shopify.webhook.Fields.nulls;
import static dev.musubi.local.shopify.webhook.Fields.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.ShopSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What subscribers are told of customers. Since 2025-01 a customer object carries no tags.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks?reference=toml">Shopify: webhook topics</a>
 */
public final class CustomerEvents {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private CustomerEvents() {}

  public static Event updated(Market market, Customer customer) {
    ObjectNode payload = nested(market, customer);
    payload.putArray("addresses").add(payload.get("default_address").deepCopy());
    return about("customers/update", payload, customer.id());
  }

  public static Event deleted(long customer) {
    ObjectNode payload = object().put("id", customer);
    payload.putArray("tax_exemptions");
    payload.put("admin_graphql_api_id", gid(customer));
    return about("customers/delete", payload, customer);
  }

  public static Event merged(long kept, long deleted) {
    ObjectNode payload = object();
    payload.put("admin_graphql_api_customer_kept_id", gid(kept));
    payload.put("admin_graphql_api_customer_deleted_id", gid(deleted));
    nulls(payload, "admin_graphql_api_job_id");
    payload.put("status", "completed");
    payload.putArray("errors");
    return about("customers/merge", payload, kept);
  }

  public static Event tagsAdded(long customer, List<String> tags, Instant at) {
    return tags("customer.tags_added", customer, tags, at);
  }

  public static Event tagsRemoved(long customer, List<String> tags, Instant at) {
    return tags("customer.tags_removed", customer, tags, at);
  }

  private static Event tags(String topic, long customer, List<String> tags, Instant at) {
    ObjectNode payload = object().put("customerId", gid(customer));
    ArrayNode names = payload.putArray("tags");
    tags.forEach(names::add);
    payload.put("occurredAt", MILLISECONDS.format(at));
    return about(topic, payload, customer);
  }

  public static Event redact(ShopSpec shop, Customer customer, List<Order> orders) {
    ObjectNode payload = compliance(shop, customer);
    ArrayNode numbers = payload.putArray("orders_to_redact");
    orders.forEach(order -> numbers.add(order.id()));
    return about("customers/redact", payload, customer.id());
  }

  public static Event dataRequest(
      ShopSpec shop, Customer customer, List<Order> orders, long request) {
    ObjectNode payload = compliance(shop, customer);
    ArrayNode numbers = payload.putArray("orders_requested");
    orders.forEach(order -> numbers.add(order.id()));
    payload.putObject("data_request").put("id", request);
    return about("customers/data_request", payload, customer.id());
  }

  private static ObjectNode compliance(ShopSpec shop, Customer customer) {
    ObjectNode payload = object().put("shop_id", shop.number()).put("shop_domain", shop.domain());
    ObjectNode person = payload.putObject("customer");
    person.put("id", customer.id()).put("email", customer.email());
    person.put("phone", customer.phone().orElse(null));
    return payload;
  }

  /** A customer within a checkout or an order. */
  static ObjectNode nested(Market market, Customer customer) {
    ObjectNode node = object().put("id", customer.id());
    node.put("created_at", market.time(customer.createdAt()));
    node.put("updated_at", market.time(customer.updatedAt()));
    node.put("first_name", customer.name());
    nulls(node, "last_name", "note", "multipass_identifier");
    node.put("state", "enabled").put("verified_email", true).put("tax_exempt", false);
    node.put("email", customer.email());
    node.put("phone", customer.phone().orElse(null));
    node.put("currency", market.currency().getCurrencyCode());
    node.putArray("tax_exemptions");
    node.put("admin_graphql_api_id", gid(customer.id()));
    ObjectNode address = Addresses.of(market, customer);
    address.put("id", customer.id() + 1).put("customer_id", customer.id());
    address.set("country_name", address.get("country"));
    node.set("default_address", address.put("default", true));
    return node;
  }

  private static Event about(String topic, ObjectNode payload, long customer) {
    return Event.about(topic, payload, "Customer", customer);
  }

  private static String gid(long customer) {
    return Numbers.gid("Customer", customer);
  }
}
