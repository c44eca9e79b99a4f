package dev.musubi.core.people;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * That somebody, or a whole shop, was erased: of whom (a keyed hash, never a number), when it began
 * and ended, and how much each store held. While it is under way {@code position} says how far it
 * got.
 */
public record ErasureProof(
    ShopId shop,
    String subject,
    Instant begun,
    SortedMap<String, Integer> found,
    Optional<String> position,
    Optional<Instant> completed) {

  /** The subject of the proof that a whole shop was erased. */
  public static final String WHOLE_SHOP = "shop";

  public ErasureProof {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(subject, "'subject' must not be null");
    Objects.requireNonNull(begun, "'begun' must not be null");
    Objects.requireNonNull(position, "'position' must not be null");
    Objects.requireNonNull(completed, "'completed' must not be null");
    found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
  }

  public static ErasureProof begin(ShopId shop, String subject, Instant now) {
    return new ErasureProof(
        shop, subject, now, new TreeMap<>(), Optional.empty(), Optional.empty());
  }

  public boolean open() {
    return completed.isEmpty();
  }

  /** Who begins again after a crash finds less than was there: the higher count stands. */
  public ErasureProof holding(String store, int count) {
    return counting(store, count, Math::max);
  }

  /** The same with more that was found in that store. */
  public ErasureProof holdingMore(String store, int count) {
    return counting(store, count, Integer::sum);
  }

  private ErasureProof counting(String store, int count, BinaryOperator<Integer> both) {
    SortedMap<String, Integer> next = new TreeMap<>(found);
    next.merge(store, count, both);
    return new ErasureProof(shop, subject, begun, next, position, completed);
  }

  public ErasureProof at(String reached) {
    return new ErasureProof(shop, subject, begun, found, Optional.of(reached), completed);
  }

  public ErasureProof completed(Instant now) {
    return new ErasureProof(shop, subject, begun, found, Optional.empty(), Optional.of(now));
  }
}
