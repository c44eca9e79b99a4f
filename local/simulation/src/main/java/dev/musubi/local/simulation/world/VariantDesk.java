package dev.musubi.local.simulation.world;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.VariantSource;
import java.util.List;

/** The stock of the shops' variants as Shopify's Admin API tells it. */
record VariantDesk(Storefronts storefronts) implements VariantSource {

  @Override
  public List<VariantFacts> read(ShopId shop, List<VariantId> variants) {
    return variants.stream().flatMap(id -> storefronts.variant(shop, id).stream()).toList();
  }
}
