package dev.musubi.local.shopify.shop;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop's webhooks: who subscribed by the Admin API, what is under way, what went out lately. */
public final class Outbox {
  private static final int REMEMBERED = 200;

  private final Map<Long, Subscription> subscriptions = new LinkedHashMap<>();
  private final Map<String, Delivery> pending = new LinkedHashMap<>();
  private final Map<String, Delivery> sent = new LinkedHashMap<>();

  private boolean shopSpecific;

  /** Whether the app made its subscriptions by the Admin API, which is what can lose them. */
  public boolean shopSpecific() {
    return shopSpecific;
  }

  /** Either way it begins without any. */
  public void shopSpecific(boolean to) {
    shopSpecific = to;
    subscriptions.clear();
  }

  public List<Subscription> subscriptions() {
    return List.copyOf(subscriptions.values());
  }

  public Optional<Subscription> subscription(long id) {
    return Optional.ofNullable(subscriptions.get(id));
  }

  public void put(Subscription subscription) {
    subscriptions.put(subscription.id(), subscription);
  }

  /** Whether there was one. */
  public boolean removeSubscription(long id) {
    return subscriptions.remove(id) != null;
  }

  public Collection<Delivery> pending() {
    return List.copyOf(pending.values());
  }

  public Optional<Delivery> pending(String webhookId) {
    return Optional.ofNullable(pending.get(webhookId));
  }

  public void put(Delivery delivery) {
    pending.put(delivery.webhookId(), delivery);
  }

  /** Moves a delivery to those that went out, of which the last 200 can be delivered again. */
  public void finished(Delivery delivery) {
    pending.remove(delivery.webhookId());
    sent.remove(delivery.webhookId());
    sent.put(delivery.webhookId(), delivery);
    if (sent.size() > REMEMBERED) {
      sent.remove(sent.keySet().iterator().next());
    }
  }

  /** Oldest first. */
  public List<Delivery> sent() {
    return List.copyOf(sent.values());
  }

  public Optional<Delivery> find(String webhookId) {
    return Optional.ofNullable(sent.get(webhookId)).or(() -> pending(webhookId));
  }
}
