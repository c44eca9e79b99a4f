package dev.musubi.local.shopify.webhook;

import dev.musubi.local.shopify.shop.Delivery;
import dev.musubi.local.shopify.shop.Outbox;
import dev.musubi.local.shopify.shop.Shop;
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
  private final Map<String, Disorder> disorders = new ConcurrentHashMap<>();

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

  /** Call it while looking at the shop. */
  Caused dispatch(String handle, List<Delivery> deliveries) {
    List<Tracked> webhooks = deliveries.stream().map(this::track).toList();
    Disorder disorder = disorder(handle);
    List<Delivery> keptBack = held.get(handle);
    if (keptBack != null) {
      keptBack.addAll(deliveries);
      webhooks.forEach(Tracked::keptBack);
    } else if (disorder.lateness().isPositive()) {
      Instant late = shops.now().plus(disorder.lateness());
      deliveries.forEach(d -> putOff(handle, d, late));
      webhooks.forEach(Tracked::keptBack);
    } else {
      sendInTurn(handle, disorder.newestFirst() ? deliveries.reversed() : deliveries);
    }
    return Caused.by(webhooks);
  }

  private void putOff(String handle, Delivery delivery, Instant until) {
    shops.change(
        handle, s -> s.outbox().put(delivery.with(delivery.attempts(), Optional.of(until))));
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
            deliveries.forEach(delivery -> deliver(handle, delivery));
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
    deliveries.forEach(d -> tracked.computeIfPresent(d.webhookId(), (id, t) -> t.awaitedAgain()));
    return dispatch(handle, deliveries);
  }

  void disorder(String handle, Disorder disorder) {
    disorders.put(handle, disorder);
  }

  Disorder disorder(String handle) {
    return disorders.getOrDefault(handle, Disorder.none());
  }

  boolean holds(String handle) {
    return held.containsKey(handle);
  }

  /**
   * The duplicates first, so that whoever waits for the attempt waits for them; retries have none.
   */
  private void deliver(String handle, Delivery delivery) {
    int copies = delivery.attempts() == 0 ? disorder(handle).duplicates() : 0;
    for (int i = 0; i < copies; i++) {
      post(handle, delivery);
    }
    attempt(handle, delivery);
  }

  private int post(String handle, Delivery delivery) {
    return shops
        .ifKnown(handle, Shop::spec)
        .map(spec -> poster.post(spec, delivery))
        .orElse(Poster.NO_ANSWER);
  }

  private void attempt(String handle, Delivery delivery) {
    boolean accepted = post(handle, delivery) / 100 == 2;
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
          deliver(due.handle(), due.delivery());
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
    disorders.clear();
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
