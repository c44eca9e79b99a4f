package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ServiceSettings;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.WordingSettings;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.Payment;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A shop in Tokyo that tells of orders, and an order of two things. */
final class Bought {

  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  static final Instant PLACED = Given.tokyo(DAY, "12:00");
  static final OrderId ORDER = new OrderId(5_001);
  static final FulfilmentId FIRST = new FulfilmentId(61);
  static final FulfilmentId SECOND = new FulfilmentId(62);
  static final Subject.Ordered PLACEMENT = new Subject.Ordered(ORDER, OrderStatus.PLACED);
  static final Subject.Shipped SHIPMENT = new Subject.Shipped(ORDER, FIRST, ParcelStatus.SHIPPED);

  private Bought() {}

  static Shop shop(ServiceSettings service, Language language) {
    Shop shop = Given.linkedFriend().shop();
    Settings now = shop.settings();
    Settings settings =
        new Settings(
            now.timeZone(),
            WordingSettings.in(language),
            now.quietHours(),
            100,
            now.contactBudget(),
            now.kinds().withOrder(service).withShipping(service));
    return shop.with(settings, PLACED);
  }

  static Shop shop() {
    return shop(new ServiceSettings(true, false, false, false), Language.JA);
  }

  static Order order(Payment payment, boolean pos, boolean test) {
    return new Order(
        ORDER,
        Optional.of(Given.CUSTOMER),
        new Order.Origin(
            "#1001",
            PLACED,
            pos,
            test,
            Optional.of(URI.create("https://hinode.myshopify.com/orders/abc")),
            Optional.empty()),
        new Order.Bill(
            Optional.of(new Order.Price(new BigDecimal("3240"), Currency.getInstance("JPY"))),
            2,
            List.of()),
        Order.Progress.heard(payment, Optional.empty(), Optional.empty(), PLACED),
        List.of());
  }

  static Order order(Payment payment) {
    return order(payment, false, false);
  }

  /** The same order as it came to stand after so many seconds. */
  static Order became(Payment payment, boolean cancelled, boolean refunded, long seconds) {
    Instant at = PLACED.plusSeconds(seconds);
    Order order = order(payment);
    return new Order(
        order.id(),
        order.customer(),
        order.origin(),
        order.bill(),
        Order.Progress.heard(
            payment,
            Optional.of(at).filter(t -> cancelled),
            Optional.of(at).filter(t -> refunded),
            at),
        List.of());
  }

  static Parcel parcel(FulfilmentId id, Parcel.State state, int items, Parcel.Tracking tracking) {
    return Parcel.heard(id, state, items, tracking, PLACED, PLACED.plusSeconds(60));
  }

  static SendIntent intent(Subject subject) {
    return new SendIntent(
        Given.SHOP,
        new Addressee.Customer(Given.CUSTOMER),
        subject,
        Lane.EXPRESS,
        PLACED,
        PLACED.plus(ServiceNotices.STALE_AFTER));
  }

  /** Of a linked friend. */
  static Dossier dossier(Shop shop, SubjectFacts facts, Quota quota) {
    Link link =
        Link.none(Given.SHOP, Given.CUSTOMER)
            .tied(new Tie(Given.HANA, PLACED.plusSeconds(9), EntryRoute.RICH_MENU));
    RecipientState friend =
        RecipientState.unknown(Given.SHOP, Given.HANA)
            .heard(new Friendship(Friendship.State.FRIEND, PLACED));
    return new Dossier(shop, link, Optional.of(friend), facts, quota);
  }
}
