package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.byId;
import static dev.musubi.local.shopify.admin.Resolve.from;
import static dev.musubi.local.shopify.admin.Resolve.seconds;

import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.OrderOrigin.CheckoutTokens;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.webhook.OrderEvents;
import dev.musubi.local.shopify.webhook.OrderLines;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Orders and their lines. */
final class OrderTypes {
  private static final Map<String, Function<Order, List<String>>> FILTERS =
      Map.ofEntries(
          Map.entry("id", o -> List.of(Long.toString(o.id()))),
          Map.entry("name", o -> List.of(o.name(), Integer.toString(o.number()))),
          Map.entry("created_at", o -> List.of(o.createdAt().toString())),
          Map.entry("processed_at", o -> List.of(o.createdAt().toString())),
          Map.entry("updated_at", o -> List.of(seconds(o.updatedAt()).toString())),
          Map.entry("customer_id", o -> List.of(Long.toString(o.customerId()))),
          Map.entry("financial_status", o -> List.of(o.financialStatus().label())),
          Map.entry("fulfillment_status", o -> List.of(displayFulfillment(o))),
          Map.entry("source_name", o -> List.of(o.origin().channel().label())),
          Map.entry("test", o -> List.of(Boolean.toString(o.origin().test()))),
          Map.entry("status", o -> List.of(o.cancelledAt().isPresent() ? "cancelled" : "open")),
          Map.entry("checkout_token", o -> token(o, CheckoutTokens::checkoutToken)),
          Map.entry("cart_token", o -> token(o, CheckoutTokens::cartToken)));

  private OrderTypes() {}

  /** A line together with its order. */
  record OrderLine(Order order, Line line) {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            "QueryRoot",
            query ->
                query
                    .dataFetcher("order", byId("Order", "read_orders", Shop::order))
                    .dataFetcher("orders", OrderTypes::list))
        .type("Order", OrderTypes::order)
        .type("LineItem", OrderTypes::line);
  }

  private static Object list(DataFetchingEnvironment env) {
    Resolve.requireScope(env, "read_orders");
    Predicate<Order> wanted = Filter.of(env, FILTERS);
    String key = env.getArgument("sortKey");
    return Connection.sorted(
        Resolve.shop(env).orders().stream()
            .filter(wanted)
            .map(o -> new Connection.Entry(sortedBy(key, o), o.id(), o))
            .toList(),
        env);
  }

  private static long sortedBy(String key, Order order) {
    return switch (key) {
      case "UPDATED_AT" -> order.updatedAt().toEpochMilli();
      case "CREATED_AT", "PROCESSED_AT" -> order.createdAt().toEpochMilli();
      case "ORDER_NUMBER" -> order.number();
      default -> order.id();
    };
  }

  private static List<String> token(Order order, Function<CheckoutTokens, String> which) {
    return order.origin().checkout().map(which).stream().toList();
  }

  private static TypeRuntimeWiring.Builder order(TypeRuntimeWiring.Builder type) {
    return state(type)
        .dataFetcher("id", of(o -> Numbers.gid("Order", o.id())))
        .dataFetcher("legacyResourceId", of(Order::id))
        .dataFetcher("name", of(Order::name))
        .dataFetcher("customer", from(Order.class, OrderTypes::customer))
        .dataFetcher("email", from(Order.class, (s, o) -> of(s, o, Customer::email)))
        .dataFetcher(
            "phone",
            from(Order.class, (s, o) -> of(s, o, customer -> customer.phone().orElse(null))))
        .dataFetcher("customerLocale", from(Order.class, (s, o) -> of(s, o, Customer::locale)))
        .dataFetcher("test", of(o -> o.origin().test()))
        .dataFetcher("sourceName", of(o -> o.origin().channel().label()))
        .dataFetcher(
            "checkoutToken",
            of(o -> o.origin().checkout().map(CheckoutTokens::checkoutToken).orElse(null)))
        .dataFetcher(
            "cartToken", of(o -> o.origin().checkout().map(CheckoutTokens::cartToken).orElse(null)))
        .dataFetcher(
            "statusPageUrl", from(Order.class, (shop, o) -> OrderEvents.statusUrl(shop.spec(), o)))
        .dataFetcher(
            "paymentGatewayNames",
            from(
                Order.class,
                (shop, o) -> List.of(o.origin().payment().gateway(shop.spec().market()))))
        .dataFetcher("totalPriceSet", from(Order.class, (s, o) -> Money.bag(s, o.total())))
        .dataFetcher(
            "currentTotalPriceSet",
            from(Order.class, (s, o) -> Money.bag(s, Line.total(o.refundable()))))
        .dataFetcher("fulfillments", FulfillmentTypes::of)
        .dataFetcher("refunds", of(OrderTypes::refunds))
        .dataFetcher("lineItems", env -> Connection.of(lines(env.getSource()), env));
  }

  private static TypeRuntimeWiring.Builder state(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("createdAt", of(o -> seconds(o.createdAt())))
        .dataFetcher("processedAt", of(o -> seconds(o.createdAt())))
        .dataFetcher("updatedAt", of(o -> seconds(o.updatedAt())))
        .dataFetcher("cancelledAt", of(o -> o.cancelledAt().map(Resolve::seconds).orElse(null)))
        .dataFetcher("cancelReason", of(o -> o.cancelledAt().map(at -> "CUSTOMER").orElse(null)))
        .dataFetcher("displayFinancialStatus", of(o -> o.financialStatus().name()))
        .dataFetcher("displayFulfillmentStatus", of(OrderTypes::displayFulfillment));
  }

  private static String displayFulfillment(Order order) {
    if (order.unshipped().isEmpty()) {
      return "FULFILLED";
    }
    return order.partlyShipped() ? "PARTIALLY_FULFILLED" : "UNFULFILLED";
  }

  private static DataFetcher<Object> of(Function<Order, Object> value) {
    return from(Order.class, (shop, order) -> value.apply(order));
  }

  private static Customer customer(Shop shop, Order order) {
    return shop.findCustomer(order.customerId()).orElse(null);
  }

  private static Object of(Shop shop, Order order, Function<Customer, Object> value) {
    return Optional.ofNullable(customer(shop, order)).map(value).orElse(null);
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

  private static List<OrderLine> lines(Order order) {
    return order.lines().stream().map(line -> new OrderLine(order, line)).toList();
  }

  private static TypeRuntimeWiring.Builder line(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", line(l -> Numbers.gid("LineItem", id(l))))
        .dataFetcher("title", line(l -> l.line().title()))
        .dataFetcher("name", line(l -> l.line().title()))
        .dataFetcher("requiresShipping", line(l -> true))
        .dataFetcher("variantTitle", line(l -> l.line().variantTitle()))
        .dataFetcher("quantity", line(l -> l.line().quantity()))
        .dataFetcher(
            "currentQuantity",
            line(l -> Line.quantity(l.order().refundable(), l.line().variantId())))
        .dataFetcher(
            "unfulfilledQuantity",
            line(l -> Line.quantity(l.order().unshipped(), l.line().variantId())))
        .dataFetcher(
            "originalUnitPriceSet",
            from(OrderLine.class, (shop, l) -> Money.bag(shop, l.line().price())))
        .dataFetcher(
            "product",
            from(OrderLine.class, (s, l) -> s.product(l.line().productId()).orElse(null)))
        .dataFetcher(
            "variant",
            from(OrderLine.class, (s, l) -> s.itemOfVariant(l.line().variantId()).orElse(null)));
  }

  private static long id(OrderLine line) {
    return OrderLines.id(line.order(), line.line().variantId());
  }

  private static DataFetcher<Object> line(Function<OrderLine, Object> value) {
    return from(OrderLine.class, (shop, line) -> value.apply(line));
  }
}
