package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: product views, tallied per customer and shop-local day, times in milliseconds, kept for 40
 * days.
 */
public interface Views extends PersonalData {

  /** How many shards a day's tallies are spread over. */
  int SHARDS = 16;

  /** The most views of one customer and day that are counted; what comes after is not stored. */
  int MOST_A_DAY = 300;

  /** How long after a day its views are kept. */
  Period KEPT = Period.ofDays(40);

  /** Counts a view once, however often the same event comes. */
  void add(ProductViewed view);

  /**
   * One page of a shard of a day, in the order of customers; may be stale by seconds. A page
   * without tallies is the last one.
   */
  TallyPage of(ShopId shop, LocalDate day, int shard, Optional<CustomerId> after, int limit);

  /**
   * The tallies of at most 100 customers of a day; customers who viewed nothing are absent. May be
   * stale by seconds.
   */
  Map<CustomerId, ViewTally> of(ShopId shop, LocalDate day, List<CustomerId> customers);

  /** The shard that a customer's tallies are in. */
  static int shardOf(CustomerId customer) {
    return Math.floorMod(Long.hashCode(customer.number() * 0x9E3779B97F4A7C15L), SHARDS);
  }

  /** A page of tallies and whether more may follow. */
  record TallyPage(List<ViewTally> tallies, boolean more) {
    public TallyPage {
      tallies = List.copyOf(tallies);
      if (tallies.isEmpty() && more) {
        throw new IllegalArgumentException("a page without 'tallies' must be the last one");
      }
    }
  }
}
