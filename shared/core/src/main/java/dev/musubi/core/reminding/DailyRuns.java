package dev.musubi.core.reminding;

import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Starts the daily runs and check-ups that are due; a start that was broken off is continued, a
 * finished one is not repeated.
 */
public final class DailyRuns {

  private static final int PAGE = 100;

  private final Shops shops;
  private final Runs runs;
  private final Outbox outbox;

  public DailyRuns(Shops shops, Runs runs, Outbox outbox) {
    this.shops = shops;
    this.runs = runs;
    this.outbox = outbox;
  }

  /**
   * Starts everything due by {@code now} and says how many runs that were; throws on the first shop
   * that fails, after the others had their turn.
   */
  public int start(Instant now) {
    int started = 0;
    Optional<RuntimeException> failure = Optional.empty();
    List<ShopId> last = List.of();
    for (List<ShopId> page = shops.due(now, PAGE);
        !page.isEmpty() && !page.equals(last);
        page = shops.due(now, PAGE)) {
      for (ShopId shop : page) {
        try {
          started += start(shop, now);
        } catch (RuntimeException e) {
          failure = failure.or(() -> Optional.of(e));
        }
      }
      last = page;
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return started;
  }

  /** After an outage the run of yesterday and that of today may both be due. */
  private int start(ShopId id, Instant now) {
    checkUp(id, now);
    int started = 0;
    for (Optional<Run> due = due(id, now); due.isPresent(); due = due(id, now)) {
      Run run = due.get();
      if (!now.isAfter(run.notAfter())) {
        start(run);
        started++;
      }
      LocalDate date = run.id().date();
      advance(id, s -> s.runs().next(), date, s -> s.ran(date, now));
    }
    return started;
  }

  private Optional<Run> due(ShopId id, Instant now) {
    return shops
        .find(id)
        .filter(shop -> shop.nextRunAt().filter(at -> !at.isAfter(now)).isPresent())
        .flatMap(shop -> shop.runs().next().map(date -> run(shop, date)));
  }

  /** Queued before the date advances: twice is harmless, never is not. */
  private void checkUp(ShopId id, Instant now) {
    Optional<LocalDate> date =
        shops
            .find(id)
            .filter(s -> s.nextCheckUpAt().filter(at -> !at.isAfter(now)).isPresent())
            .flatMap(s -> s.runs().checkUp());
    if (date.isPresent()) {
      outbox.now(List.of(Chore.CheckUp.ofTheDay(id)));
      advance(id, s -> s.runs().checkUp(), date.get(), s -> s.checkedUp(date.get(), now));
    }
  }

  private static Run run(Shop shop, LocalDate date) {
    return new Run(
        new RunId(shop.id(), Kind.BROWSE, date), shop.runAt(date), shop.runUsefulUntil(date));
  }

  private void start(Run run) {
    if (!runs.open(run).started()) {
      outbox.now(
          IntStream.range(0, Views.SHARDS)
              .mapToObj(shard -> new RunShard(run.id(), shard))
              .toList());
      runs.started(run.id());
    }
  }

  /** A date that somebody else has advanced meanwhile stays advanced. */
  private void advance(
      ShopId id,
      Function<Shop, Optional<LocalDate>> planned,
      LocalDate date,
      UnaryOperator<Shop> advanced) {
    for (Optional<Shop> shop = shops.find(id); shop.isPresent(); shop = shops.find(id)) {
      boolean pending = planned.apply(shop.get()).filter(date::equals).isPresent();
      if (!pending || shops.save(advanced.apply(shop.get())) == Saved.DONE) {
        return;
      }
    }
  }
}
