package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.byId;
import static dev.musubi.local.shopify.admin.Resolve.from;

import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Fulfillment;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Tracking;
import dev.musubi.local.shopify.webhook.OrderEvents;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Customers, their orders and parcels of the API. */
final class PeopleTypes {
  private PeopleTypes() {}

  /** A parcel together with its order. */
  record Parcel(Order order, Fulfillment fulfillment) {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            "QueryRoot",
            query ->
                query
                    .dataFetcher("customer", byId("Customer", "read_customers", Shop::findCustomer))
                    .dataFetcher("order", byId("Order", "read_orders", Shop::order)))
        .type("Customer", PeopleTypes::customer)
        .type("Order", PeopleTypes::order)
        .type("Fulfillment", PeopleTypes::fulfillment);
  }

  private static TypeRuntimeWiring.Builder customer(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher(
            "id", from(Customer.class, (shop, c) -> Numbers.gid("Customer", c.id())))
        .dataFetcher("legacyResourceId", from(Customer.class, (shop, c) -> c.id()))
        .dataFetcher("displayName", from(Customer.class, (shop, c) -> c.name()))
        .dataFetcher("firstName", from(Customer.class, (shop, c) -> c.name()))
        .dataFetcher("lastName", env -> null)
        .dataFetcher("state", env -> "ENABLED")
        .dataFetcher("createdAt", from(Customer.class, (shop, c) -> seconds(c.createdAt())))
        .dataFetcher("updatedAt", from(Customer.class, (shop, c) -> seconds(c.updatedAt())));
  }

  private static TypeRuntimeWiring.Builder order(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", from(Order.class, (shop, o) -> Numbers.gid("Order", o.id())))
        .dataFetcher("legacyResourceId", from(Order.class, (shop, o) -> o.id()))
        .dataFetcher("name", from(Order.class, (shop, o) -> o.name()))
        .dataFetcher("createdAt", from(Order.class, (shop, o) -> seconds(o.createdAt())))
        .dataFetcher("updatedAt", from(Order.class, (shop, o) -> seconds(o.updatedAt())))
        .dataFetcher(
            "cancelledAt",
            from(Order.class, (shop, o) -> o.cancelledAt().map(PeopleTypes::seconds).orElse(null)))
        .dataFetcher(
            "customer",
            from(Order.class, (shop, o) -> shop.findCustomer(o.customerId()).orElse(null)))
        .dataFetcher(
            "statusPageUrl", from(Order.class, (shop, o) -> OrderEvents.statusUrl(shop.spec(), o)))
        .dataFetcher(
            "fulfillments",
            env -> {
              Order order = env.getSource();
              int first = env.getArgumentOrDefault("first", Integer.MAX_VALUE);
              return order.fulfillments().stream()
                  .limit(first)
                  .map(f -> new Parcel(order, f))
                  .toList();
            });
  }

  private static TypeRuntimeWiring.Builder fulfillment(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher(
            "id", from(Parcel.class, (shop, p) -> Numbers.gid("Fulfillment", p.fulfillment().id())))
        .dataFetcher("legacyResourceId", from(Parcel.class, (shop, p) -> p.fulfillment().id()))
        .dataFetcher(
            "status",
            from(Parcel.class, (shop, p) -> p.fulfillment().cancelled() ? "CANCELLED" : "SUCCESS"))
        .dataFetcher(
            "displayStatus",
            from(Parcel.class, (shop, p) -> p.fulfillment().state().displayStatus()))
        .dataFetcher("estimatedDeliveryAt", env -> null)
        .dataFetcher(
            "name",
            from(Parcel.class, (shop, p) -> p.order().name() + "." + p.fulfillment().sequence()))
        .dataFetcher(
            "createdAt", from(Parcel.class, (shop, p) -> seconds(p.fulfillment().createdAt())))
        .dataFetcher(
            "updatedAt", from(Parcel.class, (shop, p) -> seconds(p.fulfillment().updatedAt())))
        .dataFetcher("trackingInfo", from(Parcel.class, PeopleTypes::tracking));
  }

  private static Object tracking(Shop shop, Parcel parcel) {
    return parcel.fulfillment().tracking().map(PeopleTypes::tracking).stream().toList();
  }

  private static Map<String, Object> tracking(Tracking tracking) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("company", tracking.company());
    info.put("number", tracking.number().orElse(null));
    info.put("url", tracking.url().orElse(null));
    return info;
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
