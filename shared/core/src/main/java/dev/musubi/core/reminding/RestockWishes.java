package dev.musubi.core.reminding;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.shop.RestockSettings.Repeat;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.VariantSource;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import dev.musubi.core.shopping.Wave;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Use case: a customer, linked or not, asks to be told when a variant is back, and sees and empties
 * the list of such wishes.
 */
public final class RestockWishes {

  /** A variant that many ask about at once is read once in this time. */
  static final Duration FRESH = Duration.ofMinutes(1);

  private final Restocks restocks;
  private final Watches watches;
  private final Purchases purchases;
  private final VariantSource source;
  private final WaveResults results;
  private final InstantSource clock;

  public RestockWishes(
      Restocks restocks,
      Watches watches,
      Purchases purchases,
      VariantSource source,
      Deliveries deliveries,
      InstantSource clock) {
    this.restocks = restocks;
    this.watches = watches;
    this.purchases = purchases;
    this.source = source;
    this.results = new WaveResults(watches, deliveries);
    this.clock = clock;
  }

  /** What there is to say to a customer about a variant. */
  public sealed interface Answer {

    /** It is sold out, and the customer does not wait for it. */
    record Offered(VariantFacts variant) implements Answer {}

    record Waiting(VariantFacts variant) implements Answer {}

    record InStock(VariantFacts variant) implements Answer {}

    /** The shop does not sell such a variant. */
    record Nothing() implements Answer {}

    /** The customer waits for {@link Watches#MOST} variants already. */
    record Full() implements Answer {}
  }

  /** A variant that a customer waits for; what it is, if that is still known. */
  public record Wish(Watch watch, Optional<VariantFacts> variant) {}

  /** Changes nothing but what is known of the variant. */
  public Answer look(Shop shop, CustomerId customer, VariantId variant) {
    Optional<Restock> known = restocks.find(shop.id(), variant);
    Optional<Restock> fresh = known.filter(this::fresh);
    if (fresh.isPresent()) {
      return fresh.get().inStock()
          ? new Answer.InStock(fresh.get().facts())
          : soldOut(shop, customer, fresh.get().facts(), fresh);
    }
    Optional<VariantFacts> read = read(shop.id(), variant).filter(VariantFacts::offered);
    if (read.isEmpty()) {
      return new Answer.Nothing();
    }
    return read.get().sellable()
        ? new Answer.InStock(read.get())
        : soldOut(shop, customer, read.get(), known);
  }

  private Answer soldOut(
      Shop shop, CustomerId customer, VariantFacts facts, Optional<Restock> known) {
    Optional<Watch> watch =
        Optional.ofNullable(watches.of(shop.id(), facts.id(), List.of(customer)).get(customer));
    boolean waits = known.isPresent() && watch.filter(w -> waits(shop, known.get(), w)).isPresent();
    return waits ? new Answer.Waiting(facts) : new Answer.Offered(facts);
  }

  /**
   * Puts the customer at the end of the line. A variant that nobody waited for yet is read once
   * more after it is heard of: stock that came in between was told to nobody.
   */
  public Answer wish(Shop shop, CustomerId customer, VariantId variant) {
    Answer seen = look(shop, customer, variant);
    if (!(seen instanceof Answer.Offered(VariantFacts facts))) {
      return seen;
    }
    if (watches.of(shop.id(), customer).size() >= Watches.MOST) {
      return new Answer.Full();
    }
    boolean unheard = restocks.find(shop.id(), variant).isEmpty();
    restocks.watch(shop.id(), facts, clock.instant());
    if (unheard && read(shop.id(), variant).filter(VariantFacts::sellable).isPresent()) {
      return new Answer.InStock(facts);
    }
    watches.add(shop.id(), new Watch(customer, facts.product(), variant, clock.instant()));
    return new Answer.Waiting(facts);
  }

  /** What the customer waits for, oldest first. */
  public List<Wish> list(ShopId shop, CustomerId customer) {
    List<Watch> waiting = watches.of(shop, customer);
    Map<VariantId, Restock> known =
        restocks.find(shop, waiting.stream().map(Watch::variant).toList());
    return waiting.stream()
        .map(
            watch ->
                new Wish(
                    watch, Optional.ofNullable(known.get(watch.variant())).map(Restock::facts)))
        .toList();
  }

  /** Takes one wish back, or all of them; wishes that are not there are no failure. */
  public void takeBack(ShopId shop, CustomerId customer, Optional<VariantId> variant) {
    watches.of(shop, customer).stream()
        .filter(watch -> variant.filter(v -> !v.equals(watch.variant())).isEmpty())
        .forEach(watch -> watches.remove(shop, watch));
  }

  /**
   * Who bought it since, or was told a moment ago, and sees it sold out again, waits no more: the
   * next wish is new.
   */
  private boolean waits(Shop shop, Restock restock, Watch watch) {
    if (bought(shop.id(), watch)) {
      watches.remove(shop.id(), watch);
      return false;
    }
    for (Wave wave : restock.waves()) {
      if (wave.covers(watch.place())) {
        boolean waitsOn = shop.settings().kinds().restock().repeat() == Repeat.UNTIL_BOUGHT;
        Instant now = clock.instant();
        WaveResults.Results came = results.of(shop.id(), wave, List.of(watch), now);
        came.told().forEach(told -> watches.told(shop.id(), told, now, waitsOn));
        return waitsOn || came.told().isEmpty();
      }
    }
    return true;
  }

  private boolean bought(ShopId shop, Watch watch) {
    CustomerId customer = watch.customer();
    List<Purchase> orders = purchases.of(shop, List.of(customer)).getOrDefault(customer, List.of());
    return watch.fulfilledBy(orders).isPresent();
  }

  private boolean fresh(Restock known) {
    Instant oldest = clock.instant().minus(FRESH);
    return known.facts().offered() && known.facts().readAt().isAfter(oldest);
  }

  /**
   * What is read to be there starts nothing: that is left to the signals, which schedule what
   * follows.
   */
  private Optional<VariantFacts> read(ShopId shop, VariantId variant) {
    Optional<VariantFacts> read = source.read(shop, List.of(variant)).stream().findFirst();
    read.filter(facts -> !facts.sellable())
        .ifPresent(facts -> restocks.change(shop, variant, r -> r.read(facts)));
    return read;
  }
}
