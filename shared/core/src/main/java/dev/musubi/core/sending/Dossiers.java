package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.PastTie;
import dev.musubi.core.people.Tie;
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
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the dossiers of many intents of one shop with a handful of calls. */
public final class Dossiers {

  private static final int BATCH = 100;

  /** Nobody is shown more than ten products: a longer tally is not looked at to its end. */
  private static final int LONGEST_TALLY = 30;

  private final Links links;
  private final Recipients recipients;
  private final Views views;
  private final Purchases purchases;
  private final Catalogue catalogue;

  public Dossiers(
      Links links, Recipients recipients, Views views, Purchases purchases, Catalogue catalogue) {
    this.links = links;
    this.recipients = recipients;
    this.views = views;
    this.purchases = purchases;
    this.catalogue = catalogue;
  }

  /** At most 100 intents; the answer has one dossier for each, in their order. */
  public List<Dossier> of(Shop shop, List<SendIntent> intents, Quota quota) {
    List<CustomerId> customers = intents.stream().map(Dossiers::customer).distinct().toList();
    Map<CustomerId, Link> linked = links.find(shop.id(), customers);
    Map<LineUserId, RecipientState> states = states(shop.id(), linked.values().stream().toList());
    Map<CustomerId, List<Purchase>> bought = purchases.of(shop.id(), customers);
    Map<SendIntent, ViewTally> tallies = tallies(shop.id(), intents);
    Map<ProductId, ProductFacts> products = products(shop.id(), tallies.values().stream().toList());
    return intents.stream()
        .map(
            intent -> {
              CustomerId customer = customer(intent);
              Link link = linked.getOrDefault(customer, Link.none(shop.id(), customer));
              BrowseFacts facts =
                  new BrowseFacts(
                      day(intent).atStartOfDay(shop.zone()).toInstant(),
                      Optional.ofNullable(tallies.get(intent)),
                      bought.getOrDefault(customer, List.of()),
                      products);
              return new Dossier(shop, link, recipient(link, intent, states), facts, quota);
            })
        .toList();
  }

  private static CustomerId customer(SendIntent intent) {
    return switch (intent.to()) {
      case Addressee.Customer(CustomerId id) -> id;
    };
  }

  private static LocalDate day(SendIntent intent) {
    return switch (intent.subject()) {
      case Subject.Viewed viewed -> viewed.day();
    };
  }

  /** Former accounts count too: the one that a message was reserved for decides about it. */
  private Map<LineUserId, RecipientState> states(ShopId shop, List<Link> linked) {
    List<LineUserId> users = linked.stream().flatMap(Dossiers::users).distinct().toList();
    Map<LineUserId, RecipientState> states = new HashMap<>();
    for (int from = 0; from < users.size(); from += BATCH) {
      states.putAll(
          recipients.find(shop, users.subList(from, Math.min(from + BATCH, users.size()))));
    }
    return states;
  }

  private static Stream<LineUserId> users(Link link) {
    return Stream.concat(
        link.current().stream().map(Tie::lineUser),
        link.history().stream().map(PastTie::tie).map(Tie::lineUser));
  }

  private static Optional<RecipientState> recipient(
      Link link, SendIntent intent, Map<LineUserId, RecipientState> states) {
    Optional<RecipientState> reserved =
        users(link)
            .map(states::get)
            .filter(
                state ->
                    state.mark(intent.id()).filter(Mark.InFlight.class::isInstance).isPresent())
            .findFirst();
    return reserved.or(() -> link.current().map(Tie::lineUser).map(states::get));
  }

  private Map<SendIntent, ViewTally> tallies(ShopId shop, List<SendIntent> intents) {
    Map<LocalDate, List<SendIntent>> byDay = new TreeMap<>();
    intents.forEach(
        intent -> byDay.computeIfAbsent(day(intent), day -> new ArrayList<>()).add(intent));
    Map<SendIntent, ViewTally> tallies = new HashMap<>();
    byDay.forEach(
        (day, ofDay) -> {
          List<CustomerId> customers = ofDay.stream().map(Dossiers::customer).distinct().toList();
          Map<CustomerId, ViewTally> found = views.of(shop, day, customers);
          for (SendIntent intent : ofDay) {
            Optional.ofNullable(found.get(customer(intent)))
                .ifPresent(tally -> tallies.put(intent, shortened(tally)));
          }
        });
    return tallies;
  }

  private static ViewTally shortened(ViewTally tally) {
    return new ViewTally(tally.customer(), tally.products().stream().limit(LONGEST_TALLY).toList());
  }

  private Map<ProductId, ProductFacts> products(ShopId shop, List<ViewTally> tallies) {
    TreeSet<ProductId> viewed = new TreeSet<>();
    tallies.forEach(tally -> tally.products().forEach(v -> viewed.add(v.product())));
    List<ProductId> ids = List.copyOf(viewed);
    Map<ProductId, ProductFacts> products = new HashMap<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      products.putAll(catalogue.find(shop, ids.subList(from, Math.min(from + BATCH, ids.size()))));
    }
    return products;
  }
}
