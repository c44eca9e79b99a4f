package dev.musubi.local.shopify.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All metafields of a shop, in the order in which they were first set. */
public final class Metafields {
  private final List<Metafield> all = new ArrayList<>();

  Metafields() {}

  public Optional<Metafield> find(Metafield.Name name) {
    return all.stream().filter(m -> m.name().equals(name)).findFirst();
  }

  public List<Metafield> of(String owner) {
    return all.stream().filter(m -> m.name().owner().equals(owner)).toList();
  }

  /** In place of the one of the same name, if there is one. */
  public void put(Metafield metafield) {
    int place = all.stream().map(Metafield::name).toList().indexOf(metafield.name());
    if (place < 0) {
      all.add(metafield);
    } else {
      all.set(place, metafield);
    }
  }

  /** Whether there was one. */
  public boolean remove(Metafield.Name name) {
    return all.removeIf(m -> m.name().equals(name));
  }

  void forget(String owner) {
    all.removeIf(m -> m.name().owner().equals(owner));
  }
}
