package dev.musubi.shopify.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the order topics say. Of the phone number only its hash is kept, and not the one of where a
 * parcel goes: a present goes to somebody else.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/webhooks?reference=toml#list-of-topics-orders/create">orders/create</a>
 */
final class OrderWebhook {

  private OrderWebhook() {}

  static Order order(Fields order, Instant triggeredAt, boolean cancelled) {
    Optional<Fields> customer = order.object("customer");
    Instant placedAt = order.time("created_at").orElseThrow(() -> Fields.wrong("created_at"));
    Instant updatedAt = order.time("updated_at").orElse(triggeredAt);
    Optional<Instant> cancelledAt =
        order.time("cancelled_at").or(() -> Optional.of(updatedAt).filter(at -> cancelled));
    return new Order(
        new OrderId(order.number("id")),
        customer.map(buyer -> new CustomerId(buyer.number("id"))),
        new Order.Origin(
            order.text("name").orElseGet(() -> "#" + order.number("id")),
            placedAt,
            order.text("source_name").filter("pos"::equals).isPresent(),
            order.value("test").filter(JsonNode::booleanValue).isPresent(),
            order.text("order_status_url").flatMap(Links::https),
            customer.flatMap(buyer -> phone(order, buyer))),
        new Order.Bill(
            total(order), ParcelWebhook.items(order, "current_quantity"), products(order)),
        Order.Progress.heard(payment(order), cancelledAt, refundedAt(order), updatedAt),
        order.objects("fulfillments").stream()
            .map(parcel -> ParcelWebhook.parcel(parcel, triggeredAt))
            .toList());
  }

  /** Lines without a product are the merchant's own or of a product deleted since. */
  private static List<ProductId> products(Fields order) {
    order
        .value("line_items")
        .filter(JsonNode::isArray)
        .orElseThrow(() -> Fields.wrong("line_items"));
    return order.objects("line_items").stream()
        .filter(line -> line.value("product_id").isPresent())
        .map(line -> new ProductId(line.number("product_id")))
        .distinct()
        .toList();
  }

  /** What is not told is not waited for. */
  private static Payment payment(Fields order) {
    String status = order.text("financial_status").orElse("").toUpperCase(Locale.ROOT);
    return Arrays.stream(Payment.values())
        .filter(payment -> payment.name().equals(status))
        .findFirst()
        .orElse(Payment.PAID);
  }

  private static Optional<Instant> refundedAt(Fields order) {
    return order.objects("refunds").stream()
        .flatMap(refund -> refund.time("created_at").stream())
        .max(Comparator.naturalOrder());
  }

  /** What the buyer saw, in her own currency. */
  private static Optional<Order.Price> total(Fields order) {
    Optional<Order.Price> shown =
        order
            .object("total_price_set")
            .flatMap(set -> set.object("presentment_money"))
            .flatMap(money -> price(money, "amount", "currency_code"));
    return shown.or(() -> price(order, "total_price", "currency"));
  }

  private static Optional<Order.Price> price(Fields of, String amount, String currency) {
    try {
      return of.text(currency)
          .map(Currency::getInstance)
          .flatMap(
              known ->
                  of.text(amount)
                      .filter(text -> text.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?"))
                      .map(text -> new Order.Price(new BigDecimal(text), known)));
    } catch (IllegalArgumentException notACurrency) {
      return Optional.empty();
    }
  }

  private static Optional<PhoneHash> phone(Fields order, Fields customer) {
    Optional<String> country =
        Stream.of(
                order.object("billing_address"),
                order.object("shipping_address"),
                customer.object("default_address"))
            .flatMap(Optional::stream)
            .flatMap(address -> address.text("country_code").stream())
            .findFirst();
    return Stream.of(
            Optional.of(order),
            Optional.of(customer),
            order.object("billing_address"),
            customer.object("default_address"))
        .flatMap(Optional::stream)
        .flatMap(holder -> holder.text("phone").stream())
        .flatMap(written -> PhoneNumbers.hash(written, country).stream())
        .findFirst();
  }
}
