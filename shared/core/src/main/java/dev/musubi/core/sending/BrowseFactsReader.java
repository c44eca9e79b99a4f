package dev.musubi.core.sending;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.shopping.Views;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what is known of viewed products. */
public final class BrowseFactsReader implements FactsReader {

  /** Nobody is shown more than ten products: a longer tally is not looked at to its end. */
  private static final int LONGEST_TALLY = 30;

  private final Views views;
  private final Purchases purchases;
  private final Catalogue catalogue;

  public BrowseFactsReader(Views views, Purchases purchases, Catalogue catalogue) {
    this.views = views;
    this.purchases = purchases;
    this.catalogue = catalogue;
  }

  @Override
  public Map<SendIntent, BrowseFacts> of(Shop shop, List<SendIntent> intents) {
    List<CustomerId> customers = intents.stream().map(i -> i.to().customer()).distinct().toList();
    Map<CustomerId, List<Purchase>> bought = purchases.of(shop.id(), customers);
    Map<SendIntent, ViewTally> tallies = tallies(shop.id(), intents);
    Map<ProductId, ProductFacts> products =
        catalogue.findAll(
            shop.id(),
            tallies.values().stream()
                .flatMap(tally -> tally.products().stream())
                .map(ViewTally.Viewed::product)
                .toList());
    Map<SendIntent, BrowseFacts> facts = new HashMap<>();
    for (SendIntent intent : intents) {
      Subject.Viewed subject = subject(intent);
      facts.put(
          intent,
          new BrowseFacts(
              subject,
              subject.day().atStartOfDay(shop.zone()).toInstant(),
              Optional.ofNullable(tallies.get(intent)),
              bought.getOrDefault(intent.to().customer(), List.of()),
              products));
    }
    return facts;
  }

  private static Subject.Viewed subject(SendIntent intent) {
    return (Subject.Viewed) intent.subject();
  }

  private Map<SendIntent, ViewTally> tallies(ShopId shop, List<SendIntent> intents) {
    Map<LocalDate, List<SendIntent>> byDay = new TreeMap<>();
    intents.forEach(
        intent ->
            byDay.computeIfAbsent(subject(intent).day(), day -> new ArrayList<>()).add(intent));
    Map<SendIntent, ViewTally> tallies = new HashMap<>();
    byDay.forEach(
        (day, ofDay) -> {
          List<CustomerId> customers =
              ofDay.stream().map(intent -> intent.to().customer()).distinct().toList();
          Map<CustomerId, ViewTally> found = views.of(shop, day, customers);
          for (SendIntent intent : ofDay) {
            Optional.ofNullable(found.get(intent.to().customer()))
                .ifPresent(tally -> tallies.put(intent, shortened(tally)));
          }
        });
    return tallies;
  }

  private static ViewTally shortened(ViewTally tally) {
    return new ViewTally(tally.customer(), tally.products().stream().limit(LONGEST_TALLY).toList());
  }
}
