package dev.musubi.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.world.Caller;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A world whose pushes go to a {@link SlowLine}, with hands to fill its tables and queues. */
final class PushSite implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final SlowLine line = new SlowLine();
  private final Site site;
  private final Clients clients;
  private final Seed seed;
  private final AtomicInteger people = new AtomicInteger();

  PushSite() {
    site = Site.on(Ground.withYardsticks(Site.project()), line.base());
    clients = new Clients(site.endpoint("sqs"));
    seed = new Seed(clients);
  }

  SlowLine line() {
    return line;
  }

  Seed seed() {
    return seed;
  }

  Caller caller() {
    return site.caller();
  }

  Outbox outbox() {
    return clients.outbox(site::now);
  }

  /** Intents of new linked friends of that shop, due now. */
  List<SendIntent> intents(ShopId shop, int count, Lane lane) {
    int first = people.getAndAdd(count);
    seed.people(shop, first, count, TODAY);
    return Seed.intents(shop, first, count, TODAY, lane, site.now()).toList();
  }

  /** Queues them all and waits until LINE has taken as many. */
  void send(List<SendIntent> intents) {
    line.begin();
    outbox().now(intents);
    awaitTaken(intents.size());
  }

  void awaitTaken(long count) {
    if (!Stopwatch.await(LONGEST, () -> line.taken() >= count)) {
      throw new IllegalStateException("LINE took " + line.taken() + " of " + count);
    }
    caller().idle();
  }

  /** Both environments of push are up and have done what they do over and over. */
  void warmUp() {
    send(intents(seed.shop("warm-up"), 400, Lane.BULK));
  }

  void beginCounting() {
    caller().send("/local/calls", "{\"reset\":true}");
  }

  /** AWS calls that push made since {@link #beginCounting}. */
  long callsOfPush() {
    long calls = 0;
    for (JsonNode row : caller().read("/local/calls")) {
      calls += row.path("function").asText().equals("push") ? row.path("calls").asLong() : 0;
    }
    return calls;
  }

  @Override
  public void close() {
    clients.close();
    site.close();
    line.close();
  }
}
