package dev.musubi.local.shopify.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All metafields of a shop, in the order in which they were first set. */
public final class Metafields {
  private final Map<Metafield.Name, Metafield> all = new LinkedHashMap<>();

  Metafields() {}

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Metafields of(List<Metafield> saved) {
    Metafields metafields = new Metafields();
    saved.forEach(metafields::put);
    return metafields;
  }

  @JsonValue
  List<Metafield> all() {
    return new ArrayList<>(all.values());
  }

  public Optional<Metafield> find(Metafield.Name name) {
    return Optional.ofNullable(all.get(name));
  }

  public List<Metafield> of(String owner) {
    return all.values().stream().filter(m -> m.name().owner().equals(owner)).toList();
  }

  public void put(Metafield metafield) {
    all.put(metafield.name(), metafield);
  }

  /** Whether there was one. */
  public boolean remove(Metafield.Name name) {
    return all.remove(name) != null;
  }

  void forget(String owner) {
    all.keySet().removeIf(name -> name.owner().equals(owner));
  }
}
