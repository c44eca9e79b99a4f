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
import java.time.LocalTime;
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
  private static final LocalTime STALE_AT = LocalTime.NOON;

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
          started += start(shop, now) ? 1 : 0;
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

  private boolean start(ShopId id, Instant now) {
    checkUp(id, now);
    Optional<Shop> shop = shops.find(id);
    Optional<LocalDate> date =
        shop.filter(s -> s.nextRunAt().filter(at -> !at.isAfter(now)).isPresent())
            .flatMap(s -> s.runs().next());
    if (date.isEmpty()) {
      return false;
    }
    Run run = run(shop.get(), date.get());
    boolean useful = !now.isAfter(run.notAfter());
    if (useful) {
      start(run);
    }
    advance(id, s -> s.runs().next(), date.get(), s -> s.ran(date.get(), now));
    return useful;
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
        new RunId(shop.id(), Kind.BROWSE, date),
        shop.runAt(date),
        date.plusDays(1).atTime(STALE_AT).atZone(shop.zone()).toInstant());
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
