package dev.musubi.local.shopify.webhook;

import dev.musubi.local.shopify.shop.Delivery;
import dev.musubi.local.shopify.shop.Outbox;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.webhook.Activity.Ongoing;
import dev.musubi.local.shopify.webhook.Caused.Tracked;
import dev.musubi.local.shopify.webhook.WebhookOutcome.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends deliveries and tries failed ones again; the lock of the shops is never held meanwhile. */
final class Dispatcher implements AutoCloseable {
  private final Shops shops;
  private final Poster poster;
  private final Activity activity;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Tracked> tracked = new ConcurrentHashMap<>();
  private final Map<String, List<Delivery>> held = new ConcurrentHashMap<>();

  Dispatcher(Shops shops, Poster poster, Activity activity) {
    this.shops = shops;
    this.poster = poster;
    this.activity = activity;
  }

  /** A delivery of a shop. */
  private record Due(String handle, Delivery delivery) {
    Instant at() {
      return delivery.nextAttempt().orElseThrow();
    }
  }

  Caused dispatch(String handle, List<Delivery> deliveries) {
    List<Tracked> webhooks = deliveries.stream().map(this::track).toList();
    List<Delivery> keptBack = held.get(handle);
    if (keptBack == null) {
      sendInTurn(handle, deliveries);
    } else {
      keptBack.addAll(deliveries);
    }
    return Caused.by(webhooks);
  }

  private Tracked track(Delivery delivery) {
    return tracked.computeIfAbsent(delivery.webhookId(), id -> Tracked.of(id, delivery.topic()));
  }

  private void sendInTurn(String handle, List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    List<String> topics = deliveries.stream().map(Delivery::topic).toList();
    Ongoing ongoing = activity.begin("webhooks of " + handle + ": " + String.join(", ", topics));
    threads.execute(
        () -> {
          try {
            deliveries.forEach(delivery -> attempt(handle, delivery));
          } finally {
            ongoing.close();
          }
        });
  }

  void hold(String handle) {
    held.putIfAbsent(handle, new ArrayList<>());
  }

  Caused release(String handle, ReleaseOrder order) {
    List<Delivery> keptBack = Optional.ofNullable(held.remove(handle)).orElse(List.of());
    List<Delivery> deliveries =
        switch (order) {
          case AS_HAPPENED -> keptBack;
          case NEWEST_FIRST -> keptBack.reversed();
        };
    return dispatch(handle, deliveries);
  }

  private void attempt(String handle, Delivery delivery) {
    Optional<ShopSpec> shop = shops.ifKnown(handle, Shop::spec);
    int status = shop.map(spec -> poster.post(spec, delivery)).orElse(Poster.NO_ANSWER);
    boolean accepted = status / 100 == 2;
    State state =
        shops.ifKnown(handle, s -> settle(s.outbox(), delivery, accepted)).orElse(State.GIVEN_UP);
    WebhookOutcome outcome =
        new WebhookOutcome(delivery.webhookId(), delivery.topic(), delivery.attempts() + 1, state);
    Tracked waited = track(delivery);
    if (state != State.WAITING_FOR_RETRY) {
      tracked.remove(delivery.webhookId());
    }
    waited.tell(outcome);
  }

  private State settle(Outbox outbox, Delivery delivery, boolean accepted) {
    int attempts = delivery.attempts() + 1;
    Optional<Instant> next =
        accepted ? Optional.empty() : RetrySchedule.after(attempts, shops.now());
    Delivery after = delivery.with(attempts, next);
    if (next.isPresent()) {
      outbox.put(after);
      return State.WAITING_FOR_RETRY;
    }
    outbox.finished(after);
    if (!accepted) {
      delivery.subscription().ifPresent(gone -> outbox.removeSubscription(gone.id()));
    }
    return accepted ? State.ACCEPTED : State.GIVEN_UP;
  }

  Optional<Instant> nextDue() {
    return waiting().stream().map(Due::at).min(Comparator.naturalOrder());
  }

  void runDue(Instant now) {
    for (Due due : waiting()) {
      if (!due.at().isAfter(now) && take(due)) {
        try (Ongoing _ = activity.begin("retry of " + due.delivery().topic())) {
          attempt(due.handle(), due.delivery());
        }
      }
    }
  }

  private List<Due> waiting() {
    return shops.handles().stream()
        .flatMap(
            handle ->
                shops.in(handle, s -> s.outbox().pending()).stream().map(d -> new Due(handle, d)))
        .filter(due -> due.delivery().nextAttempt().isPresent())
        .sorted(Comparator.comparing(Due::at))
        .toList();
  }

  /** Whether it was still waiting: two callers never make the same retry. */
  private boolean take(Due due) {
    Delivery delivery = due.delivery();
    return shops.in(
        due.handle(),
        shop -> {
          boolean mine = shop.outbox().pending(delivery.webhookId()).equals(Optional.of(delivery));
          if (mine) {
            shop.outbox().put(delivery.with(delivery.attempts(), Optional.empty()));
          }
          return mine;
        });
  }

  /** The state was replaced: nobody waits any longer, and what was under way is due at once. */
  void resume() {
    held.clear();
    tracked.values().forEach(Tracked::abandon);
    tracked.clear();
    for (String handle : shops.handles()) {
      shops.change(
          handle,
          shop ->
              shop.outbox().pending().stream()
                  .filter(d -> d.nextAttempt().isEmpty())
                  .forEach(d -> shop.outbox().put(d.with(d.attempts(), Optional.of(shops.now())))));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    poster.close();
  }
}
