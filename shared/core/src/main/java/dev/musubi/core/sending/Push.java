package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shop.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one place where it is judged whether a message is sent. Judging is read-only, reserving is
 * the last step before LINE is called, and what was reserved is not judged again but for who may
 * still get it.
 */
public final class Push {

  /** How long nothing is tried for a shop whose credentials LINE does not take. */
  static final Duration PAUSE = Duration.ofMinutes(15);

  /** How long a monthly limit that LINE reported counts before the quota is asked for again. */
  static final Duration LIMIT_HOLDS = Duration.ofMinutes(15);

  private final Shops shops;
  private final Dossiers dossiers;
  private final Deliveries deliveries;
  private final Ways ways;
  private final Outbox outbox;
  private final Surroundings around;
  private final Breaker breaker = new Breaker();

  /**
   * What every step needs around it: several shops go side by side in {@code shops}, and within one
   * of them {@code sends} bounds how many of its messages do; {@code followUps} of the kinds that
   * have one.
   */
  public record Surroundings(
      Parallel shops,
      Parallel sends,
      Quotas quotas,
      Meter meter,
      InstantSource clock,
      Map<Kind, FollowUp> followUps) {

    public Surroundings {
      followUps = Collections.unmodifiableMap(new TreeMap<>(followUps));
    }
  }

  public Push(
      Shops shops,
      Dossiers dossiers,
      Deliveries deliveries,
      Ways ways,
      Outbox outbox,
      Surroundings around) {
    this.shops = shops;
    this.dossiers = dossiers;
    this.deliveries = deliveries;
    this.ways = ways;
    this.outbox = outbox;
    this.around = around;
  }

  /** An intent as a queue delivered it; {@code receives} counts from 1. */
  public record Received(SendIntent intent, int receives) {}

  /**
   * At most 100 intents; says for each, in their order, what becomes of the queue's message: only
   * acknowledge and retry are left to the caller, what had to be scheduled or parked is so when
   * this returns.
   */
  public List<Disposition> handle(List<Received> batch) {
    Map<ShopId, List<Integer>> byShop = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      byShop.computeIfAbsent(batch.get(i).intent().shop(), s -> new ArrayList<>()).add(i);
    }
    List<ShopId> ids = List.copyOf(byShop.keySet());
    List<List<Disposition>> ofShops =
        around.shops().map(ids, id -> ofShop(id, byShop.get(id).stream().map(batch::get).toList()));
    Map<Integer, Disposition> answers = new TreeMap<>();
    for (int shop = 0; shop < ids.size(); shop++) {
      List<Integer> indexes = byShop.get(ids.get(shop));
      for (int i = 0; i < indexes.size(); i++) {
        answers.put(indexes.get(i), ofShops.get(shop).get(i));
      }
    }
    return List.copyOf(answers.values());
  }

  private List<Disposition> ofShop(ShopId id, List<Received> batch) {
    boolean willReturn = batch.stream().allMatch(r -> r.receives() < SendTable.LAST_RECEIVE);
    if (willReturn && breaker.isOpen(id, around.clock().instant())) {
      return batch.stream().map(Push::backOff).toList();
    }
    try {
      Optional<Shop> shop = shops.find(id);
      return shop.isPresent()
          ? judge(shop.get(), batch)
          : batch.stream().<Disposition>map(r -> new Disposition.Acknowledge()).toList();
    } catch (RuntimeException e) {
      around.meter().failed(e);
      return batch.stream().map(Push::backOff).toList();
    }
  }

  private List<Disposition> judge(Shop shop, List<Received> batch) {
    List<SendIntent> intents = batch.stream().map(Received::intent).toList();
    List<Dossier> read = dossiers.of(shop, intents, around.quotas().of(shop.id()));
    List<Judged> judged =
        around.sends().map(lines(batch), line -> oneAfterTheOther(line, batch, read)).stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(Placed::index))
            .map(Placed::judged)
            .toList();
    deliveries.record(judged.stream().flatMap(j -> j.delivery().stream()).toList());
    return judged.stream().map(Judged::then).toList();
  }

  /** What goes to one addressee goes one after the other, in the order of the kinds. */
  private static List<List<Integer>> lines(List<Received> batch) {
    Map<String, List<Integer>> lines = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      lines.computeIfAbsent(batch.get(i).intent().to().key(), k -> new ArrayList<>()).add(i);
    }
    Comparator<Integer> byKind = Comparator.comparing(i -> batch.get(i).intent().subject().kind());
    return lines.values().stream().map(line -> line.stream().sorted(byKind).toList()).toList();
  }

  /** What became of the intent at that place of the batch. */
  private record Placed(int index, Judged judged) {}

  private List<Placed> oneAfterTheOther(
      List<Integer> line, List<Received> batch, List<Dossier> read) {
    return line.stream().map(i -> new Placed(i, one(batch.get(i), read.get(i)))).toList();
  }

  private Judged one(Received received, Dossier dossier) {
    SendIntent intent = dossier.standing(received.intent());
    Received standing = new Received(intent, received.receives());
    try {
      Instant now = around.clock().instant();
      if (!dossier.erased() && !breaker.lets(intent.shop(), now)) {
        return carryOut(intent, held(standing, now));
      }
      Attempt.Made made = ways.make(received.intent(), dossier, received.receives());
      made.answer().ifPresent(answer -> heed(dossier.shop(), answer));
      Judged done = carryOut(intent, made.judged());
      boolean follows = !dossier.erased() && forGood(made.judged().then());
      return follows ? followed(standing, dossier.shop(), done) : done;
    } catch (RuntimeException e) {
      around.meter().failed(e);
      return new Judged(Optional.empty(), backOff(received));
    }
  }

  /** The channel answers nothing at the moment: as after a failed call, but without calling. */
  private static Judged held(Received received, Instant now) {
    Settlement settlement = SendTable.again(received.intent(), received.receives(), now);
    return new Judged(
        settlement.result().map(why -> new Delivery(received.intent(), why, Optional.empty(), now)),
        settlement.then());
  }

  /**
   * What is done with for good may have something to follow; if that fails, the row is recorded and
   * the message comes back for it.
   */
  private Judged followed(Received received, Shop shop, Judged done) {
    SendIntent intent = received.intent();
    Optional<FollowUp> next = Optional.ofNullable(around.followUps().get(intent.subject().kind()));
    try {
      next.ifPresent(
          followUp ->
              followUp.after(
                  shop, intent, done.delivery().map(Delivery::result), around.clock().instant()));
      return done;
    } catch (RuntimeException e) {
      around.meter().failed(e);
      return new Judged(done.delivery(), backOff(received));
    }
  }

  private static boolean forGood(Disposition then) {
    return switch (then) {
      case Disposition.Acknowledge acknowledge -> true;
      case Disposition.Park park -> true;
      case Disposition.RetryAfter retry -> false;
      case Disposition.Later later -> false;
    };
  }

  private Judged carryOut(SendIntent intent, Judged judged) {
    judged.delivery().ifPresent(row -> around.meter().count(row.result()));
    return switch (judged.then()) {
      case Disposition.Acknowledge acknowledge -> judged;
      case Disposition.RetryAfter retry -> judged;
      case Disposition.Later(SendIntent next, Instant due) -> {
        outbox.at(due, next);
        yield new Judged(judged.delivery(), new Disposition.Acknowledge());
      }
      case Disposition.Park park -> {
        outbox.park(intent);
        yield new Judged(judged.delivery(), new Disposition.Acknowledge());
      }
    };
  }

  private void heed(Shop shop, WireOutcome answer) {
    Instant now = around.clock().instant();
    breaker.heard(shop.id(), answer, now);
    switch (answer) {
      case WireOutcome.MonthlyLimit limit ->
          around.quotas().exhausted(shop.id(), now.plus(LIMIT_HOLDS));
      case WireOutcome.TokenRejected rejected -> pause(shop.id(), now.plus(PAUSE));
      case WireOutcome.Accepted accepted -> {}
      case WireOutcome.Refused refused -> {}
      case WireOutcome.Throttled throttled -> {}
      case WireOutcome.Unclear unclear -> {}
    }
  }

  private void pause(ShopId id, Instant until) {
    around.meter().paused(id);
    for (Optional<Shop> shop = shops.find(id); shop.isPresent(); shop = shops.find(id)) {
      boolean settled =
          switch (shop.get().standing()) {
            case Standing.Active active -> false;
            case Standing.Paused paused -> !paused.until().isBefore(until);
            case Standing.Uninstalled uninstalled -> true;
          };
      if (settled || shops.save(shop.get().with(new Standing.Paused(until))) == Saved.DONE) {
        return;
      }
    }
  }

  private static Disposition backOff(Received received) {
    return new Disposition.RetryAfter(SendTable.backOff(received.receives()));
  }
}
