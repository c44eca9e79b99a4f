package dev.musubi.core.shopping;

import dev.musubi.core.shop.ShopId;
import java.util.List;

/**
 * Port: variants with their stock as Shopify's Admin API has them now, read in batches.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/admin-graphql/latest/objects/ProductVariant">ProductVariant</a>
 */
public interface VariantSource {

  /**
   * At most 100 variants; those that do not exist are absent. Throws {@link
   * java.io.UncheckedIOException} when Shopify does not answer.
   */
  List<VariantFacts> read(ShopId shop, List<VariantId> variants);
}
