package dev.musubi.core.shopping;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Port: what is known of products, fed by webhooks and by batched reads of the Admin API, never by
 * a read per push; kept for 90 days after it was last heard.
 */
public interface Catalogue {

  Duration KEPT = Duration.ofDays(90);

  /** The most products of one {@link #find}. */
  int BATCH = 100;

  /** What is stored of at most 100 products; unknown ones are absent. May be stale by seconds. */
  Map<ProductId, ProductFacts> find(ShopId shop, List<ProductId> products);

  /** What is stored of any number of products, {@link #BATCH} at a time. */
  default Map<ProductId, ProductFacts> findAll(ShopId shop, List<ProductId> products) {
    List<ProductId> ids = products.stream().distinct().sorted().toList();
    Map<ProductId, ProductFacts> found = new HashMap<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      found.putAll(find(shop, ids.subList(from, Math.min(from + BATCH, ids.size()))));
    }
    return found;
  }

  /** Merges what was heard with what is stored, whichever is newer. */
  void heard(ShopId shop, ProductFacts facts);

  /** Merges the stock of one variant; of a product that is not known nothing is kept. */
  void heard(ShopId shop, ProductId product, ProductFacts.VariantStock stock);

  /** The product is gone from the shop; an older webhook about it does not bring it back. */
  void gone(ShopId shop, ProductId product, Instant at);
}
