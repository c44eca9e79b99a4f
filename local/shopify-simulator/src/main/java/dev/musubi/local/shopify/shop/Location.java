package dev.musubi.local.shopify.shop;

import java.util.List;

/** A place where a shop keeps stock. Every shop has the same two. */
public record Location(long id, String label, String name) {
  static final long FIRST_ID = 70_000_000_001L;

  /** The first is where goods lie unless somebody says otherwise. */
  public static List<Location> of(Market market) {
    return List.of(
        new Location(FIRST_ID, "warehouse", market.japanese() ? "倉庫" : "Warehouse"),
        new Location(FIRST_ID + 1, "store", market.japanese() ? "店舗" : "Store"));
  }

  public static Location first(Market market) {
    return of(market).getFirst();
  }

  /** By its label, name or number. */
  public static Location named(Market market, String name) {
    return of(market).stream()
        .filter(l -> List.of(l.label(), l.name(), Long.toString(l.id())).contains(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownName(
                    "location", name, of(market).stream().map(Location::label).toList()));
  }
}
