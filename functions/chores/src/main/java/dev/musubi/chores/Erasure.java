package dev.musubi.chores;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.people.ErasureProofs;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonStore;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.Entropy;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Forgets a person: first a tombstone that keeps what is under way from bringing them back, then
 * every store, the links last; with proof. A day later, when visitor tokens and late webhooks are
 * through, once more, whether or not the first time is through.
 */
final class Erasure {

  /** Longer than a visitor token is good for and a webhook may be late. */
  static final Duration ONCE_MORE = Duration.ofHours(25);

  private final Holders holders;
  private final Reconciliation reconciliation;
  private final ErasureProofs proofs;
  private final Outbox outbox;
  private final Entropy entropy;
  private final InstantSource clock;

  Erasure(
      Holders holders,
      Reconciliation reconciliation,
      ErasureProofs proofs,
      Outbox outbox,
      Entropy entropy,
      InstantSource clock) {
    this.holders = holders;
    this.reconciliation = reconciliation;
    this.proofs = proofs;
    this.outbox = outbox;
    this.entropy = entropy;
    this.clock = clock;
  }

  /** Who dies on the way and begins again still reaches everything that is left. */
  void erase(Shop shop, Person person) {
    ShopId id = shop.id();
    Instant now = clock.instant();
    Optional<Link> link = person.customer().flatMap(customer -> holders.link(id, customer));
    List<LineUserId> accounts = accounts(id, person, link);
    accounts.forEach(user -> holders.links().bury(id, Person.of(user), now, entropy));
    String subject = holders.links().bury(id, person, now, entropy);
    Optional<ErasureProof> proof = proof(id, subject, person, accounts, now);
    proof.ifPresent(proofs::save);
    outbox.at(now.plus(ONCE_MORE), new Chore.Erase(id, person, true));
    link.ifPresent(this::end);
    remove(shop, person, accounts);
    proof.ifPresent(begun -> proofs.save(begun.completed(clock.instant())));
  }

  /** What is open is gone on with; what was proven needs no second proof that finds nothing. */
  private Optional<ErasureProof> proof(
      ShopId shop, String subject, Person person, List<LineUserId> accounts, Instant now) {
    SortedMap<String, Integer> found = held(shop, person, accounts);
    Optional<ErasureProof> newest = proofs.newest(shop, subject);
    boolean proven =
        newest.filter(proof -> !proof.open()).isPresent()
            && found.values().stream().allMatch(count -> count == 0);
    if (proven) {
      return Optional.empty();
    }
    ErasureProof proof =
        newest.filter(ErasureProof::open).orElseGet(() -> ErasureProof.begin(shop, subject, now));
    for (var store : found.entrySet()) {
      proof = proof.holding(store.getKey(), store.getValue());
    }
    return Optional.of(proof);
  }

  private SortedMap<String, Integer> held(ShopId shop, Person person, List<LineUserId> accounts) {
    List<Person> persons = new ArrayList<>(List.of(person));
    accounts.stream()
        .filter(user -> !person.lineUser().equals(Optional.of(user)))
        .map(Person::of)
        .forEach(persons::add);
    SortedMap<String, Integer> held = new TreeMap<>();
    for (PersonStore store : holders.all()) {
      long entries =
          persons.stream()
              .flatMap(one -> store.data().export(shop, one).stream())
              .distinct()
              .count();
      held.put(store.name(), (int) entries);
    }
    return held;
  }

  /** Each account goes before the customer whose history names it. */
  private void remove(Shop shop, Person person, List<LineUserId> accounts) {
    reconciliation.reconcile(shop, person);
    holders.others().forEach(store -> store.data().erase(shop.id(), person));
    for (LineUserId account : accounts) {
      reconciliation.reconcile(shop, Person.of(account));
      holders.all().forEach(store -> store.data().erase(shop.id(), Person.of(account)));
    }
    holders.links().erase(shop.id(), person);
  }

  /** Leaves alone who has linked anew since. */
  void eraseAgain(Shop shop, Person person) {
    person
        .customer()
        .filter(customer -> holders.links().erased(shop.id(), customer))
        .ifPresent(customer -> sweep(shop, customer));
  }

  /** A link that is still there tells of accounts that an erasure under way has not reached yet. */
  private void sweep(Shop shop, CustomerId customer) {
    ShopId id = shop.id();
    Person person = Person.of(customer);
    Optional<Link> link = holders.link(id, customer);
    List<LineUserId> accounts = accounts(id, person, link);
    SortedMap<String, Integer> found = held(id, person, accounts);
    link.ifPresent(this::end);
    remove(shop, person, accounts);
    Optional<ErasureProof> newest =
        holders.links().hash(id, customer).flatMap(hash -> proofs.newest(id, hash));
    if (newest.isPresent() && found.values().stream().anyMatch(count -> count > 0)) {
      proofs.save(counting(newest.get(), found).completed(clock.instant()));
    }
  }

  /** An open proof has counted already what the erasure under way did not get to. */
  private static ErasureProof counting(ErasureProof newest, SortedMap<String, Integer> found) {
    ErasureProof proof = newest;
    for (var store : found.entrySet()) {
      proof =
          newest.open()
              ? proof.holding(store.getKey(), store.getValue())
              : proof.holdingMore(store.getKey(), store.getValue());
    }
    return proof;
  }

  /** Every account that is or was the person's, but for those that are somebody else's by now. */
  private List<LineUserId> accounts(ShopId shop, Person person, Optional<Link> link) {
    return Stream.concat(
            person.lineUser().stream(), link.stream().flatMap(l -> l.lineUsers().stream()))
        .distinct()
        .filter(
            user ->
                holders
                    .links()
                    .customerOf(shop, user)
                    .filter(holder -> !person.customer().equals(Optional.of(holder)))
                    .isEmpty())
        .toList();
  }

  private void end(Link seen) {
    Optional<Link> link = Optional.of(seen);
    while (link.flatMap(Link::current).isPresent()
        && holders.links().end(link.get(), clock.instant()) == Saved.LOST) {
      link = holders.link(seen.shop(), seen.customer());
    }
  }
}
