package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ServiceSettings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The messages that follow from what an order and its parcels reached. */
public final class ServiceNotices {

  /** After that nobody is told any more. */
  public static final Duration STALE_AFTER = Duration.ofHours(72);

  private ServiceNotices() {}

  /**
   * What is to be told of everything that was reached and not handed on yet; each due when it was
   * reached, which never changes. A kind that is off, a till's order where the shop does not want
   * it and what is stale by now start nothing.
   */
  public static List<SendIntent> of(Shop shop, Order order, Instant now) {
    List<SendIntent> notices = new ArrayList<>();
    if (order.customer().isEmpty() || shop.standing() instanceof Standing.Uninstalled) {
      return notices;
    }
    CustomerId customer = order.customer().get();
    if (wanted(shop.settings().kinds().order(), order)) {
      order
          .progress()
          .milestones()
          .open()
          .forEach(
              open ->
                  notices.add(
                      notice(
                          shop,
                          customer,
                          new Subject.Ordered(order.id(), open.getKey()),
                          open.getValue())));
    }
    if (wanted(shop.settings().kinds().shipping(), order)) {
      order
          .parcels()
          .forEach(
              parcel ->
                  parcel
                      .milestones()
                      .open()
                      .forEach(
                          open ->
                              notices.add(
                                  notice(
                                      shop,
                                      customer,
                                      new Subject.Shipped(order.id(), parcel.id(), open.getKey()),
                                      open.getValue()))));
    }
    return notices.stream().filter(notice -> !now.isAfter(notice.notAfter())).toList();
  }

  private static boolean wanted(ServiceSettings settings, Order order) {
    return settings.enabled()
        && (settings.pos() || !order.origin().pos())
        && (settings.tests() || !order.origin().test());
  }

  private static SendIntent notice(Shop shop, CustomerId customer, Subject subject, Instant due) {
    return new SendIntent(
        shop.id(),
        new Addressee.Customer(customer),
        subject,
        Lane.EXPRESS,
        due,
        due.plus(STALE_AFTER));
  }
}
