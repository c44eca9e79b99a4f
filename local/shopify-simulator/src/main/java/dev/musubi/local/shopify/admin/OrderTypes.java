package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.byId;
import static dev.musubi.local.shopify.admin.Resolve.from;

import dev.musubi.local.shopify.shop.Fulfillment;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Tracking;
import dev.musubi.local.shopify.webhook.OrderEvents;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders and fulfilments of the API. */
final class OrderTypes {

  /** The one search that is understood: what changed since an instant. */
  private static final Pattern SINCE = Pattern.compile("updated_at:>='([^']+)'");

  private OrderTypes() {}

  /** A fulfilment, which knows its order by the order alone. */
  record Parcel(Order order, Fulfillment fulfillment) {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            "QueryRoot",
            query ->
                query
                    .dataFetcher("order", byId("Order", "read_orders", Shop::order))
                    .dataFetcher("orders", OrderTypes::orders))
        .type("Order", OrderTypes::order)
        .type("Fulfillment", OrderTypes::fulfillment);
  }

  private static Object orders(DataFetchingEnvironment env) {
    Resolve.requireScope(env, "read_orders");
    Instant since = since(env.getArgument("query"));
    List<Order> changed =
        Resolve.shop(env).orders().stream()
            .filter(order -> !seconds(order.updatedAt()).isBefore(since))
            .sorted(Comparator.comparing(Order::updatedAt).thenComparing(Order::id))
            .toList();
    return Connection.of(changed, env);
  }

  private static Instant since(String query) {
    Matcher search = SINCE.matcher(Optional.ofNullable(query).orElse(""));
    if (!search.matches()) {
      throw Resolve.error("Only updated_at:>='…' is understood here", "BAD_REQUEST");
    }
    return Instant.parse(search.group(1));
  }

  private static TypeRuntimeWiring.Builder order(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", from(Order.class, (shop, o) -> Numbers.gid("Order", o.id())))
        .dataFetcher("legacyResourceId", from(Order.class, (shop, o) -> o.id()))
        .dataFetcher("name", from(Order.class, (shop, o) -> o.name()))
        .dataFetcher("createdAt", from(Order.class, (shop, o) -> seconds(o.createdAt())))
        .dataFetcher("updatedAt", from(Order.class, (shop, o) -> seconds(o.updatedAt())))
        .dataFetcher(
            "cancelledAt",
            from(Order.class, (shop, o) -> o.cancelledAt().map(OrderTypes::seconds).orElse(null)))
        .dataFetcher(
            "customer",
            from(Order.class, (shop, o) -> shop.findCustomer(o.customerId()).orElse(null)))
        .dataFetcher(
            "displayFinancialStatus", from(Order.class, (shop, o) -> o.financialStatus().name()))
        .dataFetcher("sourceName", from(Order.class, (shop, o) -> o.origin().channel().label()))
        .dataFetcher("test", from(Order.class, (shop, o) -> o.origin().test()))
        .dataFetcher(
            "totalPriceSet", from(Order.class, (shop, o) -> ProductTypes.bag(shop, o.total())))
        .dataFetcher("refunds", from(Order.class, (shop, o) -> refunds(o)))
        .dataFetcher("lineItems", env -> Connection.of(lines(env), env))
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
        .dataFetcher(
            "totalQuantity", from(Parcel.class, (shop, p) -> Line.count(p.fulfillment().lines())))
        .dataFetcher("trackingInfo", from(Parcel.class, OrderTypes::tracking));
  }

  private static Object tracking(Shop shop, Parcel parcel) {
    return parcel.fulfillment().tracking().map(OrderTypes::tracking).stream().toList();
  }

  private static Map<String, Object> tracking(Tracking tracking) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("company", tracking.company());
    info.put("number", tracking.number().orElse(null));
    info.put("url", tracking.url().orElse(null));
    return info;
  }

  private static List<Map<String, Object>> lines(DataFetchingEnvironment env) {
    Order order = env.getSource();
    Shop shop = Resolve.shop(env);
    return order.lines().stream().map(line -> line(shop, order, line)).toList();
  }

  private static Map<String, Object> line(Shop shop, Order order, Line line) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("id", Numbers.gid("LineItem", line.variantId()));
    node.put("quantity", line.quantity());
    node.put("currentQuantity", Line.quantity(order.refundable(), line.variantId()));
    node.put("requiresShipping", true);
    node.put("product", shop.product(line.productId()).orElse(null));
    return node;
  }

  private static List<Map<String, Object>> refunds(Order order) {
    return order.refunds().stream()
        .map(
            refund ->
                Map.<String, Object>of(
                    "id", Numbers.gid("Refund", refund.id()),
                    "createdAt", seconds(refund.createdAt())))
        .toList();
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
