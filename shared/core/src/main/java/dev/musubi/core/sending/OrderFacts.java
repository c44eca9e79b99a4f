package dev.musubi.core.sending;

import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.Formats;
import dev.musubi.core.wording.OrderWords;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** What is known, at the moment of sending, of an order that reached a status. */
public record OrderFacts(Subject.Ordered subject, Optional<Order> order) implements SubjectFacts {

  public OrderFacts {
    Objects.requireNonNull(subject, "'subject' must not be null");
    Objects.requireNonNull(order, "'order' must not be null");
  }

  @Override
  public Optional<Reason> objection() {
    if (order.isEmpty()) {
      return Optional.of(new Unwanted.OrderUnknown(subject.order()));
    }
    return switch (subject.status()) {
      case PLACED, PAID -> OrderFacts.over(order.get());
      case REFUNDED -> order.filter(Order::cancelled).map(o -> new Unwanted.OrderCancelled(o.id()));
      case CANCELLED -> Optional.empty();
    };
  }

  /** Why nobody waits for the order any more, if so. */
  static Optional<Reason> over(Order order) {
    if (order.cancelled()) {
      return Optional.of(new Unwanted.OrderCancelled(order.id()));
    }
    return order.refunded()
        ? Optional.of(new Unwanted.OrderRefunded(order.id()))
        : Optional.empty();
  }

  @Override
  public Optional<PhoneHash> phone() {
    return order.flatMap(known -> known.origin().phone());
  }

  @Override
  public Optional<Reason> objection(Composed frozen) {
    return objection();
  }

  /**
   * Values: {@code shop}, {@code number}, {@code status}, {@code link}; while it is to be paid
   * {@code note}, and before it is over {@code total}.
   */
  @Override
  public Content content(Shop shop) {
    Order known = order.orElseThrow();
    Language language = shop.settings().language();
    SortedMap<String, String> values = OrderWords.of(shop, known);
    values.put("status", status(known.progress().payment(), language));
    boolean open = subject.status() == OrderStatus.PLACED || subject.status() == OrderStatus.PAID;
    known
        .bill()
        .total()
        .filter(price -> open)
        .map(price -> Formats.money(price.amount(), price.currency(), language))
        .ifPresent(total -> values.put("total", total));
    if (subject.status() == OrderStatus.PLACED && known.progress().payment().awaited()) {
      values.put(
          "note",
          language.of(
              "お支払いをお待ちしています。お支払い方法はご注文ページでご確認ください。",
              "Payment is pending. See the order page for how to pay."));
    }
    return OrderWords.content(values);
  }

  private String status(Payment payment, Language language) {
    return switch (subject.status()) {
      case PLACED -> language.of("ご注文を受け付けました", "We have received your order");
      case PAID -> language.of("ご入金を確認しました", "We have received your payment");
      case CANCELLED -> language.of("ご注文をキャンセルしました", "Your order was cancelled");
      case REFUNDED ->
          payment == Payment.REFUNDED
              ? language.of("ご注文の代金を返金しました", "Your order was refunded")
              : language.of("ご注文の代金の一部を返金しました", "Your order was refunded in part");
    };
  }
}
