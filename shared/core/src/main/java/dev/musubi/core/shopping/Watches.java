package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: who waits for which variant, read by customer and as the variant's line, kept for a year
 * after the wish, and how many were told, which names nobody.
 */
public interface Watches extends PersonalData {

  Duration KEPT = Duration.ofDays(365);

  /** The most variants that one customer may wait for. */
  int MOST = 100;

  /** How many shards a variant's line is spread over. */
  int SHARDS = 8;

  /** Puts the customer at the end of the line; who waits already keeps the place. */
  void add(ShopId shop, Watch watch);

  /** Consistent: what the customer waits for, oldest first. */
  List<Watch> of(ShopId shop, CustomerId customer);

  /** Consistent: who of at most 100 customers waits for the variant. */
  Map<CustomerId, Watch> of(ShopId shop, VariantId variant, List<CustomerId> customers);

  /** The customer does not wait any more; repeating it is harmless. */
  void remove(ShopId shop, Watch watch);

  /** Consistent: the line after a place, oldest first, at most {@code limit}. */
  List<Watch> line(ShopId shop, VariantId variant, Optional<Place> after, int limit);

  /** The customer was told, is counted once, and waits on or leaves the line. */
  void told(ShopId shop, Watch watch, Instant at, boolean waitsOn);

  /** How many wait for the variant and how many different customers were told. */
  Tally tally(ShopId shop, VariantId variant);

  /** Told and waiting. */
  record Tally(long told, long waiting) {
    public Tally {
      if (told < 0 || waiting < 0) {
        throw new IllegalArgumentException("'told' and 'waiting' must not be negative");
      }
    }
  }

  /** The shard that a customer's places are in. */
  static int shardOf(CustomerId customer) {
    return Math.floorMod(Long.hashCode(customer.number() * 0x9E3779B97F4A7C15L), SHARDS);
  }
}
