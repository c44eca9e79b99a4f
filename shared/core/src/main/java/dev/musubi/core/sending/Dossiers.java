package dev.musubi.core.sending;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Fate;
import dev.musubi.core.people.Known;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.PastTie;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the dossiers of many intents of one shop with a handful of calls; a kind that is not among
 * them costs none.
 */
public final class Dossiers {

  private static final int BATCH = 100;

  private final Links links;
  private final Recipients recipients;
  private final Map<Kind, FactsReader> readers;

  public Dossiers(Links links, Recipients recipients, Map<Kind, FactsReader> readers) {
    this.links = links;
    this.recipients = recipients;
    this.readers = new EnumMap<>(readers);
  }

  /** At most 100 intents; the answer has one dossier for each, in their order. */
  public List<Dossier> of(Shop shop, List<SendIntent> intents) {
    List<CustomerId> customers = intents.stream().map(i -> i.to().customer()).distinct().toList();
    Map<CustomerId, Known> known = known(shop.id(), customers);
    List<SendIntent> standing =
        intents.stream().map(intent -> standing(intent, known)).distinct().toList();
    List<Link> links = known.values().stream().map(Known::link).toList();
    Map<LineUserId, RecipientState> states = states(shop.id(), links);
    Map<SendIntent, SubjectFacts> facts = facts(shop, standing);
    return intents.stream()
        .map(
            intent -> {
              SendIntent kept = standing(intent, known);
              Link link = known.get(kept.to().customer()).link();
              Optional<RecipientState> recipient = recipient(link, List.of(intent, kept), states);
              return new Dossier(
                  shop, link, fate(known, intent), recipient, facts.get(kept), Quota.UNLIMITED);
            })
        .toList();
  }

  /** Who was merged away comes with whoever was kept; only then there is a second call. */
  private Map<CustomerId, Known> known(ShopId shop, List<CustomerId> customers) {
    Map<CustomerId, Known> known = new HashMap<>(links.know(shop, customers));
    List<CustomerId> elsewhere =
        known.values().stream()
            .map(Known::fate)
            .filter(Fate.MergedInto.class::isInstance)
            .map(fate -> ((Fate.MergedInto) fate).kept())
            .filter(kept -> !known.containsKey(kept))
            .distinct()
            .toList();
    if (!elsewhere.isEmpty()) {
      known.putAll(links.know(shop, elsewhere));
    }
    return known;
  }

  private static Fate fate(Map<CustomerId, Known> known, SendIntent intent) {
    Fate fate = known.get(intent.to().customer()).fate();
    return fate instanceof Fate.MergedInto(CustomerId kept)
            && known.get(kept).fate() instanceof Fate.Erased
        ? new Fate.Erased()
        : fate;
  }

  /** The intent as it is for the customer who stands for its own one now. */
  private static SendIntent standing(SendIntent intent, Map<CustomerId, Known> known) {
    return intent.following(known.get(intent.to().customer()).fate());
  }

  private Map<SendIntent, SubjectFacts> facts(Shop shop, List<SendIntent> intents) {
    Map<Kind, List<SendIntent>> byKind = new EnumMap<>(Kind.class);
    intents.forEach(
        intent ->
            byKind.computeIfAbsent(intent.subject().kind(), k -> new ArrayList<>()).add(intent));
    Map<SendIntent, SubjectFacts> facts = new HashMap<>();
    byKind.forEach((kind, ofKind) -> facts.putAll(readers.get(kind).of(shop, ofKind)));
    return facts;
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
      Link link, List<SendIntent> names, Map<LineUserId, RecipientState> states) {
    Optional<RecipientState> reserved =
        users(link)
            .map(states::get)
            .filter(
                state ->
                    names.stream()
                        .flatMap(intent -> state.mark(intent.id()).stream())
                        .anyMatch(Mark.InFlight.class::isInstance))
            .findFirst();
    return reserved.or(() -> link.current().map(Tie::lineUser).map(states::get));
  }
}
