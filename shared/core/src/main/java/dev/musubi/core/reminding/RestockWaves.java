package dev.musubi.core.reminding;

import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.QuietHours;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantSource;
import dev.musubi.core.shopping.Watches;
import dev.musubi.core.shopping.Wave;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tells the line of a variant that is back: settles what earlier waves came to, reads the stock
 * again, and tells as many as there is stock for, less those whose message may still go out. What
 * is stored says how far it got, so that dying anywhere, coming late or coming twice tells nobody
 * twice and leaves nobody out.
 */
public final class RestockWaves {

  /** The largest wave, whatever the stock. */
  static final int MOST = 1_000;

  private final Shops shops;
  private final Stock stock;
  private final Settling settling;
  private final WaveWalk walk;
  private final Outbox outbox;
  private final InstantSource clock;

  /** What is known of variants, where they are read from, and the catalogue that shows them. */
  public record Stock(Restocks known, VariantSource source, FreshCatalogue catalogue) {}

  /** Who waits, whom a message can reach, and what became of it. */
  public record Line(Watches watches, Dossiers dossiers, Deliveries deliveries) {}

  public RestockWaves(Shops shops, Stock stock, Line line, Outbox outbox, InstantSource clock) {
    this.shops = shops;
    this.stock = stock;
    WaveResults results = new WaveResults(line.watches(), line.deliveries());
    this.settling = new Settling(stock.known(), line.watches(), results, clock);
    this.walk = new WaveWalk(line.watches(), line.dossiers(), clock);
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Does what is due of the variant; what is due later is scheduled when this returns, and so is
   * the rest when {@code until} has come.
   */
  public void work(StockWork.Tell work, Instant until) {
    Optional<Shop> shop = shops.find(work.shop()).filter(RestockWaves::tells);
    Optional<Restock> known = stock.known().find(work.shop(), work.variant());
    if (shop.isEmpty() || known.isEmpty()) {
      return;
    }
    Settling.Settled settled =
        settling.settle(shop.get(), handedOut(shop.get(), work, known.get()));
    Instant now = clock.instant();
    Optional<Instant> at = settled.restock().due().map(due -> earliest(shop.get(), due, now));
    if (at.filter(due -> due.isAfter(now)).isPresent()) {
      outbox.at(at.get(), work);
    } else if (at.isPresent()) {
      Optional<Restock> begun =
          settled.restock().current().isPresent()
              ? Optional.of(settled.restock())
              : begin(shop.get(), work, settled);
      begun.ifPresent(restock -> goOn(shop.get(), work, restock, until));
    }
  }

  private static boolean tells(Shop shop) {
    return shop.settings().kinds().enabled(Kind.RESTOCK)
        && !(shop.standing() instanceof Standing.Uninstalled);
  }

  /** Not while the shop is paused, and not at night: the stock of the morning decides then. */
  private static Instant earliest(Shop shop, Instant due, Instant now) {
    Instant at = due.isAfter(now) ? due : now;
    if (shop.standing() instanceof Standing.Paused(Instant until) && until.isAfter(at)) {
      at = until;
    }
    QuietHours quiet = shop.settings().quietHours();
    boolean night =
        shop.settings().kinds().keepsQuiet(Kind.RESTOCK) && quiet.contains(at, shop.zone());
    return night ? quiet.endAfter(at, shop.zone()) : at;
  }

  /** The variant with a new wave, or nothing if none begins now. */
  private Optional<Restock> begin(Shop shop, StockWork.Tell work, Settling.Settled settled) {
    Instant now = clock.instant();
    Restock read = settled.restock().inStock() ? read(shop, work) : settled.restock();
    Restock open = change(work, r -> r.opened(clock.instant())).orElse(read);
    boolean more = open.telling().filter(t -> !t.everybody()).isPresent();
    int room = open.facts().room(MOST) - settled.open();
    if (more && room > 0) {
      stock.catalogue().refresh(shop.id(), List.of(open.facts().product()), now);
      return change(work, r -> r.begun(room, now));
    }
    if (more) {
      change(work, r -> r.waited(now));
    }
    boolean later = more || !open.waves().isEmpty();
    Optional<Instant> next = later ? Optional.of(now.plus(Restock.PAUSE)) : open.due();
    next.ifPresent(due -> outbox.at(due, work));
    return Optional.empty();
  }

  private Restock read(Shop shop, StockWork.Tell work) {
    Optional<VariantFacts> facts =
        stock.source().read(shop.id(), List.of(work.variant())).stream().findFirst();
    Instant now = clock.instant();
    return change(work, r -> facts.map(r::read).orElseGet(() -> r.heardOut(now))).orElseThrow();
  }

  /** Of a wave that a break ended in the middle of a step, the rest of the step is made up for. */
  private Restock handedOut(Shop shop, StockWork.Tell work, Restock known) {
    Restock restock = known;
    for (Wave wave : known.waves()) {
      if (wave.done() && !wave.isHandedOut()) {
        outbox.now(walk.rest(shop, known, wave));
        restock = change(work, r -> r.handedOut(wave)).orElse(restock);
      }
    }
    return restock;
  }

  /** The next step is scheduled before the end of a wave is stored. */
  private void goOn(Shop shop, StockWork.Tell work, Restock begun, Instant until) {
    Restock restock = begun;
    while (restock.current().isPresent()) {
      Wave wave = restock.current().get();
      Instant now = clock.instant();
      Instant next = earliest(shop, now, now);
      if (next.isAfter(now) || !now.isBefore(until)) {
        outbox.at(next, work);
        return;
      }
      WaveWalk.Step step = walk.next(shop, restock, wave);
      Wave from = wave.reaching(step.wave().reached());
      restock = change(work, r -> r.goingOn(wave, from)).orElseThrow();
      if (!restock.current().equals(Optional.of(from))) {
        continue;
      }
      outbox.now(step.handed());
      if (step.wave().done()) {
        outbox.at(now, work);
        outbox.at(now.plus(Restock.PAUSE), work);
      }
      restock =
          change(work, r -> r.progressed(from, step.wave(), step.everybody(), now)).orElseThrow();
    }
  }

  private Optional<Restock> change(StockWork.Tell work, UnaryOperator<Restock> by) {
    return stock.known().change(work.shop(), work.variant(), by);
  }
}
