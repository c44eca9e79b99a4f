package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Known;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.LinkOutcome;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.PastTie;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.Entropy;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link Links} in memory: one map of links, asked from both sides. */
public final class MemoryLinks implements Links {

  private static final Duration EVENTS_KNOWN = Duration.ofDays(7);

  private record Event(CustomerId customer, Instant at) {}

  private final InstantSource clock;
  private final Map<ShopId, SortedMap<CustomerId, Link>> links = new HashMap<>();
  private final Map<ShopId, Map<String, LinkAttempt>> attempts = new HashMap<>();
  private final Map<ShopId, Map<String, Event>> events = new HashMap<>();
  private final Map<ShopId, Map<CustomerId, Merged>> merged = new HashMap<>();
  private final Map<ShopId, byte[]> keys = new HashMap<>();
  private final Map<String, Instant> tombstones = new HashMap<>();

  private record Merged(CustomerId into, Instant at) {}

  public MemoryLinks(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Map<CustomerId, Link> find(ShopId shop, List<CustomerId> customers) {
    Limits.atMost100(customers);
    Map<CustomerId, Link> found = new LinkedHashMap<>();
    customers.forEach(
        customer ->
            Optional.ofNullable(links(shop).get(customer))
                .ifPresent(link -> found.put(customer, link)));
    return found;
  }

  @Override
  public synchronized Map<CustomerId, Known> know(ShopId shop, List<CustomerId> customers) {
    Limits.atMost100(customers);
    Map<CustomerId, Known> known = new LinkedHashMap<>();
    for (CustomerId customer : customers) {
      Optional<CustomerId> kept =
          Optional.ofNullable(merged(shop).get(customer))
              .filter(m -> remembered(m.at()))
              .map(Merged::into);
      Optional<Instant> erased = hash(shop, customer).flatMap(this::tombstone);
      known.put(customer, Known.of(link(shop, customer), kept, erased));
    }
    return known;
  }

  @Override
  public synchronized String bury(ShopId shop, Person person, Instant at, Entropy entropy) {
    keys.computeIfAbsent(shop, s -> entropy.bytes(32));
    List<String> hashes = new ArrayList<>();
    person.customer().ifPresent(customer -> hashes.add(hash(shop, customer).orElseThrow()));
    person.lineUser().ifPresent(user -> hashes.add(hash(shop, user.value()).orElseThrow()));
    merged(shop)
        .forEach(
            (gone, m) ->
                person
                    .customer()
                    .filter(m.into()::equals)
                    .ifPresent(c -> hashes.add(hash(shop, gone).orElseThrow())));
    hashes.forEach(hash -> tombstones.put(hash, at));
    return hashes.getFirst();
  }

  @Override
  public synchronized Optional<String> hash(ShopId shop, CustomerId customer) {
    return hash(shop, customer.toString());
  }

  @Override
  public synchronized Optional<Instant> erased(ShopId shop, LineUserId user) {
    return hash(shop, user.value()).flatMap(this::tombstone);
  }

  private Optional<Instant> tombstone(String hash) {
    return Optional.ofNullable(tombstones.get(hash)).filter(this::remembered);
  }

  private boolean remembered(Instant at) {
    return at.plus(REMEMBERED).isAfter(clock.instant());
  }

  private Optional<String> hash(ShopId shop, String id) {
    return Optional.ofNullable(keys.get(shop))
        .map(
            key -> {
              try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                sha.update(key);
                sha.update(shop.handle().getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(sha.digest(id.getBytes(StandardCharsets.UTF_8)));
              } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
              }
            });
  }

  @Override
  public synchronized Optional<CustomerId> customerOf(ShopId shop, LineUserId user) {
    return links(shop).values().stream()
        .filter(link -> link.tiedTo(user))
        .map(Link::customer)
        .findFirst();
  }

  @Override
  public synchronized void open(LinkAttempt attempt) {
    attempts(attempt.shop()).put(attempt.nonceHash(), attempt);
  }

  @Override
  public synchronized LinkOutcome complete(
      ShopId shop, Nonce nonce, LineUserId user, String eventId, Instant now) {
    Optional<Event> before =
        Optional.ofNullable(events(shop).get(eventId))
            .filter(event -> event.at().plus(EVENTS_KNOWN).isAfter(now));
    if (before.isPresent()) {
      return new LinkOutcome.Repeated(link(shop, before.get().customer()));
    }
    Optional<LinkAttempt> attempt =
        Optional.ofNullable(attempts(shop).get(nonce.hash())).filter(a -> a.expires().isAfter(now));
    if (attempt.isEmpty()) {
      return new LinkOutcome.NoSuchNonce();
    }
    CustomerId customer = attempt.get().customer();
    attempts(shop).remove(nonce.hash());
    events(shop).put(eventId, new Event(customer, now));
    return tie(link(shop, customer), new Tie(user, now, attempt.get().route()));
  }

  private LinkOutcome tie(Link link, Tie tie) {
    if (link.tiedTo(tie.lineUser())) {
      return new LinkOutcome.Linked(store(link), List.of());
    }
    List<Person> released = new ArrayList<>();
    link.current().ifPresent(former -> released.add(Person.of(former.lineUser())));
    Optional<CustomerId> other = customerOf(link.shop(), tie.lineUser());
    other.ifPresent(
        customer -> {
          store(link(link.shop(), customer).ended(tie.since()));
          released.add(Person.of(customer));
        });
    return new LinkOutcome.Linked(store(link.tied(tie)), released);
  }

  @Override
  public synchronized Saved end(Link seen, Instant at, PastTie.End why) {
    Link stored = link(seen.shop(), seen.customer());
    if (!stored.version().equals(seen.version())) {
      return Saved.LOST;
    }
    if (stored.current().isPresent()) {
      store(stored.ended(at, why));
    }
    return Saved.DONE;
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    person
        .customer()
        .ifPresent(
            customer -> {
              links(shop).remove(customer);
              merged(shop).remove(customer);
              merged(shop).values().removeIf(m -> m.into().equals(customer));
              attempts(shop).values().removeIf(a -> a.customer().equals(customer));
              events(shop).values().removeIf(e -> e.customer().equals(customer));
            });
    person
        .lineUser()
        .ifPresent(
            user -> {
              links(shop)
                  .replaceAll(
                      (c, link) ->
                          link.lineUsers().contains(user)
                              ? link.without(user).with(link.version().next())
                              : link);
              links(shop).values().removeIf(Link::empty);
            });
  }

  @Override
  public synchronized void move(ShopId shop, CustomerId from, CustomerId to) {
    if (from.equals(to)) {
      return;
    }
    attempts(shop)
        .replaceAll(
            (hash, a) ->
                a.customer().equals(from)
                    ? new LinkAttempt(shop, hash, to, a.route(), a.expires())
                    : a);
    events(shop).replaceAll((id, e) -> e.customer().equals(from) ? new Event(to, e.at()) : e);
    merged(shop)
        .replaceAll((gone, m) -> m.into().equals(from) ? new Merged(to, clock.instant()) : m);
    merged(shop).put(from, new Merged(to, clock.instant()));
    Optional.ofNullable(links(shop).remove(from))
        .ifPresent(
            former -> {
              Link kept = link(shop, to);
              boolean revives =
                  kept.current().isEmpty()
                      && former
                          .lostByDeletion()
                          .filter(tie -> customerOf(shop, tie.lineUser()).isEmpty())
                          .isPresent();
              store(kept.joined(revives ? former.revived() : former, clock.instant()));
            });
  }

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return links(shop).values().stream()
        .filter(
            link ->
                person.customer().filter(link.customer()::equals).isPresent()
                    || person.lineUser().filter(link.lineUsers()::contains).isPresent())
        .flatMap(link -> link.holdings(person).stream())
        .toList();
  }

  private Link link(ShopId shop, CustomerId customer) {
    return Optional.ofNullable(links(shop).get(customer))
        .orElseGet(() -> Link.none(shop, customer));
  }

  private Link store(Link link) {
    Link stored = link.with(link.version().next());
    links(link.shop()).put(link.customer(), stored);
    return stored;
  }

  private SortedMap<CustomerId, Link> links(ShopId shop) {
    return links.computeIfAbsent(shop, s -> new TreeMap<>());
  }

  private Map<CustomerId, Merged> merged(ShopId shop) {
    return merged.computeIfAbsent(shop, s -> new HashMap<>());
  }

  private Map<String, LinkAttempt> attempts(ShopId shop) {
    return attempts.computeIfAbsent(shop, s -> new HashMap<>());
  }

  private Map<String, Event> events(ShopId shop) {
    return events.computeIfAbsent(shop, s -> new HashMap<>());
  }
}
