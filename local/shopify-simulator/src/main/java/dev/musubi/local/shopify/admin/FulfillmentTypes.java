package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.byId;
import static dev.musubi.local.shopify.admin.Resolve.from;
import static dev.musubi.local.shopify.admin.Resolve.seconds;

import dev.musubi.local.shopify.admin.OrderTypes.OrderLine;
import dev.musubi.local.shopify.shop.Fulfillment;
import dev.musubi.local.shopify.shop.Line;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.ParcelState;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Tracking;
import dev.musubi.local.shopify.webhook.OrderLines;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Parcels and what is in them. */
final class FulfillmentTypes {
  private FulfillmentTypes() {}

  /** A parcel together with its order. */
  record Parcel(Order order, Fulfillment fulfillment) {
    boolean is(ParcelState state) {
      return fulfillment.state() == state;
    }
  }

  static void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            "QueryRoot",
            query ->
                query.dataFetcher(
                    "fulfillment",
                    byId("Fulfillment", "read_fulfillments", FulfillmentTypes::find)))
        .type("Fulfillment", FulfillmentTypes::fulfillment)
        .type("FulfillmentLineItem", FulfillmentTypes::line);
  }

  static Optional<Parcel> find(Shop shop, long id) {
    return shop.orders().stream()
        .flatMap(order -> order.fulfillments().stream().map(f -> new Parcel(order, f)))
        .filter(parcel -> parcel.fulfillment().id() == id)
        .findFirst();
  }

  /** The parcels of the order that the field stands in. */
  static List<Parcel> of(DataFetchingEnvironment env) {
    Order order = env.getSource();
    int first = env.getArgumentOrDefault("first", Integer.MAX_VALUE);
    return order.fulfillments().stream().limit(first).map(f -> new Parcel(order, f)).toList();
  }

  private static TypeRuntimeWiring.Builder fulfillment(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", of(p -> Numbers.gid("Fulfillment", p.fulfillment().id())))
        .dataFetcher("legacyResourceId", of(p -> p.fulfillment().id()))
        .dataFetcher("order", of(Parcel::order))
        .dataFetcher("name", of(p -> p.order().name() + "." + p.fulfillment().sequence()))
        .dataFetcher("status", of(p -> p.fulfillment().cancelled() ? "CANCELLED" : "SUCCESS"))
        .dataFetcher("displayStatus", of(p -> p.fulfillment().state().displayStatus()))
        .dataFetcher("estimatedDeliveryAt", env -> null)
        .dataFetcher("deliveredAt", of(p -> when(p, ParcelState.DELIVERED)))
        .dataFetcher("inTransitAt", of(p -> when(p, ParcelState.IN_TRANSIT)))
        .dataFetcher("createdAt", of(p -> seconds(p.fulfillment().createdAt())))
        .dataFetcher("updatedAt", of(p -> seconds(p.fulfillment().updatedAt())))
        .dataFetcher("totalQuantity", of(p -> Line.count(p.fulfillment().lines())))
        .dataFetcher(
            "trackingInfo",
            of(p -> p.fulfillment().tracking().map(FulfillmentTypes::info).stream().toList()))
        .dataFetcher("fulfillmentLineItems", env -> Connection.of(lines(env.getSource()), env));
  }

  private static DataFetcher<Object> of(Function<Parcel, Object> value) {
    return from(Parcel.class, (shop, parcel) -> value.apply(parcel));
  }

  private static Object when(Parcel parcel, ParcelState state) {
    return parcel.is(state) ? seconds(parcel.fulfillment().updatedAt()) : null;
  }

  private static Map<String, Object> info(Tracking tracking) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("company", tracking.company());
    info.put("number", tracking.number().orElse(null));
    info.put("url", tracking.url().orElse(null));
    return info;
  }

  private static List<OrderLine> lines(Parcel parcel) {
    return parcel.fulfillment().lines().stream()
        .map(line -> new OrderLine(parcel.order(), line))
        .toList();
  }

  private static TypeRuntimeWiring.Builder line(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher(
            "id",
            from(
                OrderLine.class,
                (shop, l) ->
                    Numbers.gid(
                        "FulfillmentLineItem", OrderLines.id(l.order(), l.line().variantId()))))
        .dataFetcher("quantity", from(OrderLine.class, (shop, l) -> l.line().quantity()))
        .dataFetcher("lineItem", from(OrderLine.class, (shop, l) -> ordered(l)));
  }

  /** With the quantity of the order, not that of the parcel. */
  private static OrderLine ordered(OrderLine shipped) {
    return shipped.order().lines().stream()
        .filter(line -> line.variantId() == shipped.line().variantId())
        .findFirst()
        .map(line -> new OrderLine(shipped.order(), line))
        .orElse(shipped);
  }
}
