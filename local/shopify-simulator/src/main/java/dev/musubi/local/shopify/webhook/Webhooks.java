package dev.musubi.local.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Delivery;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.shop.Subscription;
import dev.musubi.local.shopify.shop.Subscription.Terms;
import dev.musubi.local.shopify.shop.UnknownName;
import dev.musubi.local.shopify.webhook.WebhookSettings.Subscriptions;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns events into webhooks. Those of one act go out one after another, those of different acts
 * side by side; Shopify itself promises no order at all, which {@link #hold} and {@link #release}
 * show.
 */
public final class Webhooks implements AutoCloseable {
  private final Shops shops;
  private final WebhookSettings settings;
  private final Dispatcher dispatcher;

  public Webhooks(Shops shops, WebhookSettings settings, Activity activity) {
    this.shops = shops;
    this.settings = settings;
    this.dispatcher = new Dispatcher(shops, new Poster(settings), activity);
  }

  /** Tells every subscriber; call it while looking at the shop, so that the order is the acts'. */
  public Caused send(Shop shop, List<Event> events) {
    List<Delivery> deliveries = new ArrayList<>();
    String eventId = shops.identifiers().uuid();
    for (Event event : events) {
      if (shop.installed() || WebhookSettings.COMPLIANCE.contains(event.topic())) {
        deliveries.addAll(deliveries(shop, event, eventId));
      }
    }
    deliveries.forEach(shop.outbox()::put);
    return dispatcher.dispatch(shop.spec().handle(), deliveries);
  }

  private List<Delivery> deliveries(Shop shop, Event event, String eventId) {
    List<Delivery> deliveries = new ArrayList<>();
    if (appReceives(shop, event.topic())) {
      deliveries.add(delivery(event, eventId, Optional.empty()));
    }
    shop.outbox().subscriptions().stream()
        .filter(s -> s.topic().equals(event.topic()) && Narrowed.wanted(event, s.terms()))
        .forEach(s -> deliveries.add(delivery(event, eventId, Optional.of(s))));
    return deliveries;
  }

  private boolean appReceives(Shop shop, String topic) {
    return WebhookSettings.COMPLIANCE.contains(topic)
        || (!shop.outbox().shopSpecific() && settings.topics().contains(topic));
  }

  private Delivery delivery(Event event, String eventId, Optional<Subscription> to) {
    ObjectNode payload = to.map(s -> Narrowed.payload(event, s.terms())).orElseGet(event::payload);
    return new Delivery(
        shops.identifiers().uuid(),
        eventId,
        event.topic(),
        ShopifyJson.write(payload),
        event.headers(),
        shops.now(),
        to,
        0,
        Optional.empty());
  }

  /**
   * Gives a freshly opened shop the shop-specific subscriptions that an installed app would make,
   * and a shop whose app stands at another address now the same ones there.
   */
  public void subscribe(Shop shop) {
    URI address = shop.spec().musubi().webhook();
    boolean there = shop.outbox().subscriptions().stream().anyMatch(s -> s.uri().equals(address));
    if (settings.subscriptions() == Subscriptions.SHOP_SPECIFIC && !there) {
      subscribe(shop, Subscriptions.SHOP_SPECIFIC);
    }
  }

  /** Changes in which of the two ways the app is told; shop-specific ones are made as needed. */
  public void subscribe(String handle, Subscriptions kind) {
    shops.change(handle, shop -> subscribe(shop, kind));
  }

  private void subscribe(Shop shop, Subscriptions kind) {
    shop.outbox().shopSpecific(kind == Subscriptions.SHOP_SPECIFIC);
    if (kind == Subscriptions.SHOP_SPECIFIC) {
      URI address = shop.spec().musubi().webhook();
      for (String topic : settings.topics()) {
        long id = shops.identifiers().number();
        shop.outbox().put(Subscription.made(id, topic, Terms.to(address), shops.now()));
      }
    }
  }

  /** Sends a webhook again, as Shopify at times does by itself: same id, same payload. */
  public Caused again(String handle, String webhookId) {
    return shops.in(
        handle,
        shop -> {
          Delivery known =
              shop.outbox()
                  .find(webhookId)
                  .orElseThrow(() -> new UnknownName("webhook", webhookId, ids(shop)));
          Delivery again = known.with(0, Optional.empty());
          shop.outbox().put(again);
          return dispatcher.dispatch(handle, List.of(again));
        });
  }

  /** The same for everything that went out lately, oldest first. */
  public Caused again(String handle) {
    return shops.in(
        handle,
        shop -> {
          List<Delivery> all =
              shop.outbox().sent().stream().map(d -> d.with(0, Optional.empty())).toList();
          all.forEach(shop.outbox()::put);
          return dispatcher.dispatch(handle, all);
        });
  }

  private static List<String> ids(Shop shop) {
    return shop.outbox().sent().stream().map(Delivery::webhookId).toList();
  }

  /**
   * Sends a hand-made body under a topic, signed; its headers override those that Shopify would
   * set.
   */
  public Caused raw(String handle, RawWebhook webhook) {
    return shops.in(
        handle,
        shop -> {
          Delivery delivery =
              new Delivery(
                  shops.identifiers().uuid(),
                  shops.identifiers().uuid(),
                  webhook.topic(),
                  webhook.body(),
                  webhook.headers(),
                  shops.now(),
                  Optional.empty(),
                  0,
                  Optional.empty());
          shop.outbox().put(delivery);
          return dispatcher.dispatch(handle, List.of(delivery));
        });
  }

  /** What went out lately, oldest first: the ids under which it can be sent again. */
  public List<Delivery> sent(String handle) {
    return shops.in(handle, shop -> shop.outbox().sent());
  }

  /** Keeps back what the shop has to tell until it is released: lateness and disorder on demand. */
  public void hold(String handle) {
    shops.change(handle, shop -> dispatcher.hold(handle));
  }

  /** Sends what was kept back, one after another, in this order. */
  public Caused release(String handle, ReleaseOrder order) {
    return shops.in(handle, shop -> dispatcher.release(handle, order));
  }

  /** From now on the shop's webhooks come like this. */
  public void disorder(String handle, Disorder disorder) {
    shops.change(handle, shop -> dispatcher.disorder(handle, disorder));
  }

  public Disorder disorder(String handle) {
    return dispatcher.disorder(handle);
  }

  /** Whether webhooks are kept back. */
  public boolean holds(String handle) {
    return dispatcher.holds(handle);
  }

  /** Whether the app is told by shop-specific subscriptions. */
  public Subscriptions subscriptions(String handle) {
    return shops.in(handle, shop -> shop.outbox().shopSpecific())
        ? Subscriptions.SHOP_SPECIFIC
        : Subscriptions.APP_SPECIFIC;
  }

  /** Ends every disorder; what was kept back comes now, what is late comes when it is due. */
  public void calm() {
    for (String handle : shops.handles()) {
      disorder(handle, Disorder.none());
      release(handle, ReleaseOrder.AS_HAPPENED);
    }
  }

  /** When the next retry is due. */
  public Optional<Instant> nextDue() {
    return dispatcher.nextDue();
  }

  /** Makes every retry that is due, the earliest first, and returns after the last. */
  public void runDue(Instant now) {
    dispatcher.runDue(now);
  }

  /** After a restart: what was under way is due at once. */
  public void resume() {
    dispatcher.resume();
  }

  @Override
  public void close() {
    dispatcher.close();
  }
}
