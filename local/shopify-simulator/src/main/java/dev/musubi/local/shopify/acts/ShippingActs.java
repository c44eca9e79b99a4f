package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Fulfillment;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.ParcelState;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.shop.Tracking;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.shopify.webhook.Event;
import dev.musubi.local.shopify.webhook.FulfillmentEvents;
import dev.musubi.local.shopify.webhook.OrderEvents;
import dev.musubi.local.shopify.webhook.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens to parcels: they are sent, get a number, come nearer, arrive, or are called back.
 */
public final class ShippingActs {
  private final Shops shops;
  private final Webhooks webhooks;

  public ShippingActs(Shops shops, Webhooks webhooks) {
    this.shops = shops;
    this.webhooks = webhooks;
  }

  /**
   * What goes into a parcel, and who carries it: all that is left without a quantity; the shop's
   * usual carrier with a number of its own unless others are given; {@code untracked} for neither.
   */
  public record Sending(
      Optional<Integer> quantity,
      Optional<String> company,
      Optional<String> number,
      boolean untracked) {

    /** All that is left, the usual way. */
    public static Sending everything() {
      return new Sending(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
  }

  /** What is new about a parcel. */
  public record News(
      Optional<String> company, Optional<String> number, Optional<ParcelState> state) {

    public static News of(ParcelState state) {
      return new News(Optional.empty(), Optional.empty(), Optional.of(state));
    }
  }

  /**
   * Ships the newest order that still waits for it: the customer's, or the shop's if the customer
   * has none.
   */
  public Caused ship(String handle, OrderChoice which, Sending sending) {
    return shops.in(
        handle,
        shop -> {
          Order order =
              which
                  .find(shop, Order::awaitsShipping)
                  .or(() -> anybodys(which).find(shop, Order::awaitsShipping))
                  .orElseThrow(() -> new ActRefused("no order waits for shipping"));
          long id = shops.identifiers().number();
          Instant now = shops.now();
          Fulfillment parcel =
              new Fulfillment(
                  id,
                  order.fulfillments().size() + 1,
                  Portion.of(order.unshipped(), sending.quantity(), "shipped"),
                  tracking(shop, sending, id),
                  ParcelState.SHIPPED,
                  now,
                  now);
          return told(shop, order.shipping(parcel), parcel, true);
        });
  }

  /** An order that is named is meant, whoever has no other. */
  private static OrderChoice anybodys(OrderChoice which) {
    return new OrderChoice(Optional.empty(), which.name());
  }

  private static Optional<Tracking> tracking(Shop shop, Sending sending, long id) {
    if (sending.untracked()) {
      return Optional.empty();
    }
    Market market = shop.spec().market();
    return Optional.of(
        Tracking.by(
            market,
            sending.company().orElse(Tracking.usualCompany(market)),
            sending.number().or(() -> Optional.of(Long.toString(id)))));
  }

  /** The newest parcel of the order gets a number, comes nearer, or is called back. */
  public Caused update(String handle, OrderChoice which, News news) {
    return shops.in(
        handle,
        shop -> {
          Order order =
              which.in(
                  shop,
                  o -> o.fulfillments().stream().anyMatch(f -> !f.cancelled()),
                  "no parcel is on its way");
          Fulfillment parcel =
              order.fulfillments().reversed().stream()
                  .filter(f -> !f.cancelled())
                  .findFirst()
                  .orElseThrow();
          Fulfillment after = changed(shop, parcel, news);
          return after.equals(parcel)
              ? webhooks.send(shop, List.of())
              : told(shop, order.shipping(after), after, false);
        });
  }

  private Fulfillment changed(Shop shop, Fulfillment parcel, News news) {
    Instant now = shops.now();
    Fulfillment after = parcel;
    if (news.company().isPresent() || news.number().isPresent()) {
      String usual = Tracking.usualCompany(shop.spec().market());
      String company =
          news.company().or(() -> parcel.tracking().map(Tracking::company)).orElse(usual);
      Optional<String> number = news.number().or(() -> parcel.tracking().flatMap(Tracking::number));
      after = after.tracked(Tracking.by(shop.spec().market(), company, number), now);
    }
    return news.state().isPresent() ? after.at(news.state().get(), now) : after;
  }

  private Caused told(Shop shop, Order order, Fulfillment parcel, boolean created) {
    shop.put(order);
    Optional<Customer> buyer = shop.findCustomer(order.customerId());
    List<Event> events = new ArrayList<>();
    if (created) {
      events.add(FulfillmentEvents.created(shop.spec(), order, parcel, buyer));
      events.add(
          order.unshipped().isEmpty()
              ? OrderEvents.fulfilled(shop.spec(), order, buyer)
              : OrderEvents.partiallyFulfilled(shop.spec(), order, buyer));
    } else {
      events.add(FulfillmentEvents.updated(shop.spec(), order, parcel, buyer));
    }
    events.add(OrderEvents.updated(shop.spec(), order, buyer));
    return webhooks.send(shop, events);
  }
}
