package dev.musubi.core.shop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: the registered shops. */
public interface Shops {

  /** Consistent: a setting that was answered as saved is seen by the next call. */
  Optional<Shop> find(ShopId shop);

  /** Those of them that there are, read together and as consistent; fails if one can't be read. */
  Map<ShopId, Shop> find(List<ShopId> shops);

  /** Stores {@code next} one version on, if the stored version is still {@code next.version()}. */
  Saved save(Shop next);

  /**
   * Shops for which something is due at or before {@code now}, at most {@code limit}; may be stale
   * by seconds.
   */
  List<ShopId> due(Instant now, int limit);

  /** Removes everything held under the shop itself. */
  void remove(ShopId shop);
}
