package dev.musubi.core.shopping;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes sure, a page of products at a time, that the catalogue knows them freshly enough before
 * messages are planned.
 */
public final class FreshCatalogue {

  /** Webhooks can vanish: what was not confirmed for this long is read again. */
  public static final Duration FRESH = Duration.ofHours(24);

  private static final int BATCH = 100;

  private final Catalogue catalogue;
  private final ProductSource source;

  public FreshCatalogue(Catalogue catalogue, ProductSource source) {
    this.catalogue = catalogue;
    this.source = source;
  }

  public void refresh(ShopId shop, List<ProductId> products, Instant now) {
    List<ProductId> distinct = products.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += BATCH) {
      refreshBatch(shop, distinct.subList(from, Math.min(from + BATCH, distinct.size())), now);
    }
  }

  private void refreshBatch(ShopId shop, List<ProductId> batch, Instant now) {
    Map<ProductId, ProductFacts> known = catalogue.find(shop, batch);
    List<ProductId> wanted = new ArrayList<>();
    for (ProductId product : batch) {
      if (!fresh(Optional.ofNullable(known.get(product)), now)) {
        wanted.add(product);
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    List<ProductFacts> read = source.read(shop, wanted);
    read.forEach(facts -> catalogue.heard(shop, facts));
    List<ProductId> answered = read.stream().map(ProductFacts::id).toList();
    wanted.stream()
        .filter(product -> !answered.contains(product))
        .forEach(product -> catalogue.gone(shop, product, now));
  }

  private static boolean fresh(Optional<ProductFacts> facts, Instant now) {
    return facts.filter(f -> f.readAt().plus(FRESH).isAfter(now)).isPresent();
  }
}
