package dev.musubi.settings;

import dev.musubi.core.sending.Counts;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Use case: the operators read what became of a day's messages, kind by kind. */
final class Accounts {

  private final Shops shops;
  private final Deliveries deliveries;

  Accounts(Shops shops, Deliveries deliveries) {
    this.shops = shops;
    this.deliveries = deliveries;
  }

  /** By kind; throws {@link IllegalArgumentException} if nobody registered the shop. */
  Map<String, Object> counts(ShopId id, LocalDate day) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    shops
        .find(id)
        .map(shop -> Counts.of(shop, day, deliveries))
        .orElseThrow(() -> new IllegalArgumentException("'shop' is not registered"))
        .forEach((kind, counts) -> kinds.put(kind.name(), plain(counts)));
    return kinds;
  }

  private static Map<String, Object> plain(Counts counts) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("intents", counts.intents());
    plain.put("sent", counts.sent());
    plain.put("skipped", new LinkedHashMap<>(counts.skipped()));
    plain.put("refused", counts.refused());
    plain.put("unknown", counts.unknown());
    plain.put("deferred", counts.deferred());
    return plain;
  }
}
