package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.people.PhoneHash;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of an order: enough to tell its buyer what became of it, and no name, address or
 * phone number. An order without a customer is kept too, so that it is not asked for again.
 */
public record Order(
    OrderId id,
    Optional<CustomerId> customer,
    Origin origin,
    Bill bill,
    Progress progress,
    List<Parcel> parcels) {

  private static final int MOST_PARCELS = 100;

  /** How it came about; {@code page} is where its buyer follows it, https. */
  public record Origin(
      String number,
      Instant placedAt,
      boolean pos,
      boolean test,
      Optional<URI> page,
      Optional<PhoneHash> phone) {
    public Origin {
      Objects.requireNonNull(number, "'number' must not be null");
      Objects.requireNonNull(placedAt, "'placedAt' must not be null");
      Objects.requireNonNull(phone, "'phone' must not be null");
      if (page.filter(uri -> !"https".equals(uri.getScheme())).isPresent()) {
        throw new IllegalArgumentException("'page' must be https");
      }
    }

    /** What a newer source does not tell is not forgotten. */
    private Origin over(Origin older) {
      return new Origin(number, placedAt, pos, test, page.or(older::page), phone.or(older::phone));
    }
  }

  /** An amount in the buyer's currency. */
  public record Price(BigDecimal amount, Currency currency) {
    public Price {
      Objects.requireNonNull(amount, "'amount' must not be null");
      Objects.requireNonNull(currency, "'currency' must not be null");
    }
  }

  /** What it costs, if that is known, and how many things of it are to be sent. */
  public record Bill(Optional<Price> total, int items, List<ProductId> products) {
    public Bill {
      Objects.requireNonNull(total, "'total' must not be null");
      products = List.copyOf(products);
      if (items < 0) {
        throw new IllegalArgumentException("'items' must not be negative");
      }
    }
  }

  /** What became of it; {@code awaited} is whether a payment was ever waited for. */
  public record Progress(
      Payment payment,
      boolean awaited,
      Optional<Instant> cancelledAt,
      Optional<Instant> refundedAt,
      Instant updatedAt,
      Milestones<OrderStatus> milestones) {
    public Progress {
      Objects.requireNonNull(payment, "'payment' must not be null");
      Objects.requireNonNull(cancelledAt, "'cancelledAt' must not be null");
      Objects.requireNonNull(refundedAt, "'refundedAt' must not be null");
      Objects.requireNonNull(updatedAt, "'updatedAt' must not be null");
      Objects.requireNonNull(milestones, "'milestones' must not be null");
    }

    /** As Shopify describes it, of which nothing was heard before. */
    public static Progress heard(
        Payment payment,
        Optional<Instant> cancelledAt,
        Optional<Instant> refundedAt,
        Instant updatedAt) {
      return new Progress(
          payment, payment.awaited(), cancelledAt, refundedAt, updatedAt, Milestones.none());
    }

    private boolean isNewerThan(Progress stored) {
      int byTime = updatedAt.compareTo(stored.updatedAt);
      return byTime > 0 || byTime == 0 && payment.compareTo(stored.payment) >= 0;
    }

    private Progress merge(Progress heard) {
      Progress newer = heard.isNewerThan(this) ? heard : this;
      return new Progress(
          newer.payment,
          awaited || heard.awaited,
          cancelledAt.or(heard::cancelledAt),
          refundedAt.or(heard::refundedAt),
          newer.updatedAt,
          milestones.with(heard.milestones));
    }

    private Progress with(Milestones<OrderStatus> changed) {
      return new Progress(payment, awaited, cancelledAt, refundedAt, updatedAt, changed);
    }

    private Progress reaching(Instant placedAt) {
      boolean paidLater = awaited && payment == Payment.PAID;
      return with(
          milestones
              .with(OrderStatus.PLACED, Optional.of(placedAt))
              .with(OrderStatus.PAID, Optional.of(updatedAt).filter(at -> paidLater))
              .with(OrderStatus.CANCELLED, cancelledAt)
              .with(OrderStatus.REFUNDED, refundedAt.filter(at -> cancelledAt.isEmpty())));
    }
  }

  public Order {
    Objects.requireNonNull(id, "'id' must not be null");
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(origin, "'origin' must not be null");
    Objects.requireNonNull(bill, "'bill' must not be null");
    parcels = parcels.stream().limit(MOST_PARCELS).toList();
    if (customer.isEmpty() && origin.phone().isPresent()) {
      throw new IllegalArgumentException("an order of nobody must not have a 'phone'");
    }
    progress = progress.reaching(origin.placedAt());
  }

  /**
   * Joins what is stored with what was heard: Shopify's newer time wins, a cancellation and every
   * status that was reached stay, whatever the order in which webhooks come.
   */
  public Order merge(Order heard) {
    Order newer = heard.progress.isNewerThan(progress) ? heard : this;
    Order older = newer == this ? heard : this;
    return new Order(
            id,
            newer.customer.or(older::customer),
            newer.origin.over(older.origin),
            newer.bill,
            progress.merge(heard.progress),
            parcels)
        .withAll(heard.parcels);
  }

  /** The same order with newer knowledge of one of its parcels. */
  public Order with(Parcel heard) {
    return withAll(List.of(heard));
  }

  private Order withAll(List<Parcel> heard) {
    Map<FulfilmentId, Parcel> byId = new TreeMap<>();
    parcels.forEach(parcel -> byId.put(parcel.id(), parcel));
    heard.forEach(parcel -> byId.merge(parcel.id(), parcel, Parcel::merge));
    return new Order(id, customer, origin, bill, progress, new ArrayList<>(byId.values()));
  }

  public Order ownedBy(CustomerId other) {
    return new Order(id, Optional.of(other), origin, bill, progress, parcels);
  }

  /** The same with everything that was reached so far handed on. */
  public Order handedOn() {
    return new Order(
        id,
        customer,
        origin,
        bill,
        progress.with(progress.milestones().handedOn()),
        parcels.stream().map(Parcel::handedOn).toList());
  }

  /** Whether something was reached that was not handed on yet. */
  public boolean hasNews() {
    return !equals(handedOn());
  }

  public boolean cancelled() {
    return progress.cancelledAt().isPresent();
  }

  /** Given back whole. */
  public boolean refunded() {
    return progress.payment() == Payment.REFUNDED;
  }

  public Optional<Parcel> parcel(FulfilmentId fulfilment) {
    return parcels.stream().filter(parcel -> parcel.id().equals(fulfilment)).findFirst();
  }

  /** What it means for reminders, if it has a buyer. */
  public Optional<Purchase> purchase() {
    return customer.map(
        buyer -> new Purchase(id, buyer, origin.placedAt(), bill.products(), cancelled()));
  }

  /** What is held, for the person to read. */
  public PersonalData.Holding holding() {
    return new PersonalData.Holding(
        "order " + origin.number(),
        "placed at "
            + origin.placedAt()
            + ", "
            + progress.payment()
            + bill.total().map(price -> ", " + price.amount() + " " + price.currency()).orElse("")
            + ", parcels "
            + parcels.stream().map(Order::trail).toList()
            + (origin.phone().isPresent() ? ", a phone number as a one-way hash" : ""));
  }

  private static String trail(Parcel parcel) {
    return parcel.state() + " " + String.join(" ", parcel.tracking().numbers());
  }
}
