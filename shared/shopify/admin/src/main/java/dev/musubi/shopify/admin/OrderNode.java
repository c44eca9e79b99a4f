package dev.musubi.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.ProductId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An order as the Admin API describes it. */
final class OrderNode {

  private OrderNode() {}

  static Order order(JsonNode node) {
    return new Order(
        new OrderId(Gid.number(node)),
        Optional.of(node.path("customer"))
            .filter(customer -> customer.hasNonNull("id"))
            .map(customer -> new CustomerId(Gid.number(customer))),
        new Order.Origin(
            node.path("name").asText(),
            instant(node, "createdAt").orElseThrow(() -> missing("createdAt")),
            node.path("sourceName").asText().equals("pos"),
            node.path("test").asBoolean(),
            https(node, "statusPageUrl"),
            Optional.empty()),
        new Order.Bill(total(node), items(node), products(node)),
        progress(node),
        stream(node.path("fulfillments")).map(OrderNode::parcel).toList());
  }

  private static Order.Progress progress(JsonNode node) {
    Optional<Instant> refundedAt =
        stream(node.path("refunds"))
            .flatMap(refund -> instant(refund, "createdAt").stream())
            .max(Comparator.naturalOrder());
    String payment = node.path("displayFinancialStatus").asText("PAID");
    return Order.Progress.heard(
        Payment.valueOf(payment),
        instant(node, "cancelledAt"),
        refundedAt,
        instant(node, "updatedAt").orElseThrow(() -> missing("updatedAt")));
  }

  private static Optional<Order.Price> total(JsonNode node) {
    JsonNode money = node.at("/totalPriceSet/presentmentMoney");
    return Optional.ofNullable(money.path("amount").textValue())
        .map(
            amount ->
                new Order.Price(
                    new BigDecimal(amount),
                    Currency.getInstance(money.path("currencyCode").asText())));
  }

  private static int items(JsonNode node) {
    return stream(node.at("/lineItems/nodes"))
        .filter(line -> line.path("requiresShipping").asBoolean())
        .mapToInt(line -> line.path("currentQuantity").asInt())
        .sum();
  }

  private static List<ProductId> products(JsonNode node) {
    return stream(node.at("/lineItems/nodes"))
        .map(line -> line.path("product"))
        .filter(product -> product.hasNonNull("id"))
        .map(product -> new ProductId(Gid.number(product)))
        .distinct()
        .toList();
  }

  private static Parcel parcel(JsonNode node) {
    Instant createdAt = instant(node, "createdAt").orElseThrow(() -> missing("createdAt"));
    return Parcel.heard(
        new FulfilmentId(Gid.number(node)),
        state(node),
        node.path("totalQuantity").asInt(),
        tracking(node),
        createdAt,
        instant(node, "updatedAt").orElse(createdAt));
  }

  private static Parcel.State state(JsonNode node) {
    return switch (node.path("status").asText()) {
      case "CANCELLED" -> Parcel.State.CANCELLED;
      case "SUCCESS" ->
          node.path("displayStatus").asText().equals("DELIVERED")
              ? Parcel.State.DELIVERED
              : Parcel.State.SHIPPED;
      default -> Parcel.State.WAITING;
    };
  }

  private static Parcel.Tracking tracking(JsonNode node) {
    List<JsonNode> infos = stream(node.path("trackingInfo")).toList();
    List<String> numbers = new ArrayList<>();
    infos.forEach(
        info -> Optional.ofNullable(info.path("number").textValue()).ifPresent(numbers::add));
    return new Parcel.Tracking(
        infos.stream()
            .flatMap(info -> Optional.ofNullable(info.path("company").textValue()).stream())
            .findFirst(),
        numbers,
        infos.stream().flatMap(info -> https(info, "url").stream()).findFirst());
  }

  private static Optional<URI> https(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue())
        .filter(text -> text.startsWith("https://"))
        .map(URI::create);
  }

  private static Optional<Instant> instant(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).map(Instant::parse);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static IllegalArgumentException missing(String field) {
    return new IllegalArgumentException("'" + field + "' is missing");
  }
}
