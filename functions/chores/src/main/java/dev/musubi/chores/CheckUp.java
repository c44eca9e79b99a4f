package dev.musubi.chores;

import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Meter;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.ServiceNotices;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.core.shopping.OrderSource.Change;
import dev.musubi.core.shopping.Orders;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.ShopTopic;
import dev.musubi.core.shopping.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The daily look at what Shopify should have told: webhooks that Shopify ended are set up again,
 * and every order that changed without a word goes the way of a webhook, by its number.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/best-practices">Reconciliation
 *     jobs</a>
 */
final class CheckUp {

  /** Shopify's index is behind by seconds, webhooks come late by hours. */
  static final Duration OVERLAP = Duration.ofHours(6);

  /** At most that many pages of 100 orders in one turn; the rest has a turn of its own. */
  static final int MOST_PAGES = 10;

  static final List<ShopTopic> TOPICS =
      Arrays.stream(ShopTopic.values()).filter(topic -> !topic.compliance()).toList();

  private final Sources sources;
  private final Orders orders;
  private final Consumer<RawShopify> inbox;
  private final Outbox outbox;
  private final Meter meter;
  private final InstantSource clock;

  /** What is asked at Shopify. */
  record Sources(Subscriptions subscriptions, OrderSource orders) {}

  CheckUp(
      Sources sources,
      Orders orders,
      Consumer<RawShopify> inbox,
      Outbox outbox,
      Meter meter,
      InstantSource clock) {
    this.sources = sources;
    this.orders = orders;
    this.inbox = inbox;
    this.outbox = outbox;
    this.meter = meter;
    this.clock = clock;
  }

  /** For a shop that is new here: there, nothing is missing. */
  void subscribe(ShopId shop) {
    sources.subscriptions().complete(shop, TOPICS);
  }

  void carryOut(Shop shop, Optional<Instant> from) {
    if (shop.standing() instanceof Standing.Uninstalled) {
      return;
    }
    if (from.isEmpty()) {
      int lost = sources.subscriptions().complete(shop.id(), TOPICS).size();
      if (lost > 0) {
        meter.subscriptionsLost(shop.id(), lost);
      }
    }
    lookThrough(shop.id(), from.orElseGet(() -> since(shop)));
  }

  /** What is older than a message may be is of no use, nor is what was before the app. */
  private Instant since(Shop shop) {
    Instant first = clock.instant().minus(ServiceNotices.STALE_AFTER);
    Instant earliest = shop.installedAt().isAfter(first) ? shop.installedAt() : first;
    return orders.lookedThrough(shop.id()).map(at -> at.minus(OVERLAP)).orElse(earliest);
  }

  private void lookThrough(ShopId shop, Instant since) {
    Optional<String> after = Optional.empty();
    int pages = 0;
    do {
      OrderSource.Page page = sources.orders().changed(shop, since, after);
      if (page.changes().isEmpty()) {
        return;
      }
      tell(shop, page.changes());
      Instant last = page.changes().getLast().at();
      advance(shop, last);
      pages++;
      after = page.next();
      if (after.isPresent() && pages >= MOST_PAGES && last.isAfter(since)) {
        outbox.at(clock.instant(), new Chore.CheckUp(shop, Optional.of(last)));
        return;
      }
    } while (after.isPresent());
  }

  private void tell(ShopId shop, List<Change> changes) {
    List<OrderId> ids = changes.stream().map(Change::order).toList();
    Map<OrderId, Order> known = orders.find(shop, ids);
    List<Change> missed =
        changes.stream()
            .filter(change -> news(change, Optional.ofNullable(known.get(change.order()))))
            .toList();
    Instant now = clock.instant();
    for (Change change : missed) {
      ShopSignal.OrderNamed named = new ShopSignal.OrderNamed(change.order());
      inbox.accept(
          new RawShopify(
              shop,
              ShopSignal.OrderNamed.TOPIC,
              change.order() + "@" + change.at(),
              change.at(),
              now,
              named.body()));
    }
    if (!missed.isEmpty()) {
      meter.ordersMissed(shop, missed.size());
    }
  }

  private static boolean news(Change change, Optional<Order> known) {
    return known.filter(order -> !order.progress().updatedAt().isBefore(change.at())).isEmpty();
  }

  private void advance(ShopId shop, Instant to) {
    if (orders.lookedThrough(shop).filter(at -> !at.isBefore(to)).isEmpty()) {
      orders.lookedThrough(shop, to);
    }
  }
}
