package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What shops sell, by its number, as it was put; counts its reads and can be out of reach. */
final class Shelf<I, F> {

  private record Key<I>(ShopId shop, I id) {}

  private final Map<Key<I>, F> facts = new HashMap<>();
  private final List<List<I>> reads = new ArrayList<>();
  private boolean down;

  void put(ShopId shop, I id, F known) {
    facts.put(new Key<>(shop, id), known);
  }

  F get(ShopId shop, I id) {
    return facts.get(new Key<>(shop, id));
  }

  void remove(ShopId shop, I id) {
    facts.remove(new Key<>(shop, id));
  }

  void down(boolean on) {
    down = on;
  }

  /** What was asked for, call by call. */
  List<List<I>> reads() {
    return List.copyOf(reads);
  }

  List<F> read(ShopId shop, List<I> wanted) {
    Limits.atMost100(wanted);
    reads.add(List.copyOf(wanted));
    if (down) {
      throw new UncheckedIOException(new IOException("Shopify does not answer"));
    }
    return wanted.stream()
        .distinct()
        .flatMap(id -> Optional.ofNullable(get(shop, id)).stream())
        .toList();
  }
}
