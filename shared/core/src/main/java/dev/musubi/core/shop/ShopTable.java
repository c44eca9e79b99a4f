package dev.musubi.core.shop;

import java.util.Objects;
import java.util.Optional;

/** Port: one place in which many shops' things lie, for forgetting a shop piece by piece. */
public interface ShopTable {

  String name();

  /**
   * Removes what there is of the shop on the next page of the table, from {@code position} on, or
   * from its beginning.
   */
  Wiped wipe(ShopId shop, Optional<String> position);

  /** How many items were removed, and where to go on; nothing at the end of the table. */
  record Wiped(int items, Optional<String> next) {
    public Wiped {
      Objects.requireNonNull(next, "'next' must not be null");
      if (items < 0) {
        throw new IllegalArgumentException("'items' must not be negative");
      }
    }
  }
}
