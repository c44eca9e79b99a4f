package dev.musubi.local.world.people;

import dev.musubi.local.world.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody in the world, one entry per person and shop, in the order in which they came. */
public final class People {
  private static final int NAMES_IN_AN_ERROR = 50;

  private static final long FIRST_OF_CROWD = 7_800_000_000_001L;

  private final Map<String, Map<String, PersonEntry>> byName = new LinkedHashMap<>();
  private final Map<String, Map<Long, PersonEntry>> byCustomer = new LinkedHashMap<>();
  private final Map<String, Map<String, PersonEntry>> byLineUser = new LinkedHashMap<>();

  private long taken;

  /** Adds a person, in place of one of the same shop and name. */
  public synchronized void add(PersonEntry entry) {
    in(byName, entry.shop()).put(entry.person(), entry);
    in(byCustomer, entry.shop()).put(entry.customerId(), entry);
    entry.lineUserId().ifPresent(user -> in(byLineUser, entry.shop()).put(user, entry));
  }

  private static <K> Map<K, PersonEntry> in(Map<String, Map<K, PersonEntry>> all, String shop) {
    return all.computeIfAbsent(shop, unseen -> new LinkedHashMap<>());
  }

  public synchronized List<PersonEntry> all() {
    List<PersonEntry> all = new ArrayList<>();
    byName.values().forEach(shop -> all.addAll(shop.values()));
    return all;
  }

  public synchronized List<PersonEntry> of(String shop) {
    return List.copyOf(in(byName, shop).values());
  }

  public synchronized Optional<PersonEntry> find(String shop, String person) {
    return Optional.ofNullable(in(byName, shop).get(person));
  }

  /**
   * The person of that name.
   *
   * @throws Problem 404 with the names that exist
   */
  public synchronized PersonEntry require(String shop, String person) {
    return find(shop, person)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "person",
                    person,
                    in(byName, shop).keySet().stream().limit(NAMES_IN_AN_ERROR).toList()));
  }

  public synchronized Optional<PersonEntry> customer(String shop, long customerId) {
    return Optional.ofNullable(in(byCustomer, shop).get(customerId));
  }

  public synchronized Optional<PersonEntry> lineUser(String shop, String userId) {
    return Optional.ofNullable(in(byLineUser, shop).get(userId));
  }

  /** Two customers became one: who was the other now shops as the one that was kept. */
  public synchronized void merged(PersonEntry kept, PersonEntry other) {
    in(byName, other.shop())
        .put(
            other.person(),
            new PersonEntry(other.shop(), other.person(), kept.customerId(), other.lineUserId()));
  }

  /** The first of so many customer numbers that nobody in the shop has yet; they are then taken. */
  public synchronized long nextCustomer(String shop, int count) {
    long next =
        Math.max(
            FIRST_OF_CROWD,
            in(byCustomer, shop).keySet().stream().mapToLong(number -> number + 1).max().orElse(0));
    long first = Math.max(next, taken);
    taken = first + count;
    return first;
  }

  /** Forgets everybody. */
  public synchronized void clear() {
    byName.clear();
    byCustomer.clear();
    byLineUser.clear();
  }
}
