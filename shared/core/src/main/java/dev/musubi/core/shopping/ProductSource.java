package dev.musubi.core.shopping;

import dev.musubi.core.shop.ShopId;
import java.util.List;

/**
 * Port: products as Shopify's Admin API has them now, read in batches.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql/latest/queries/nodes">nodes</a>
 */
public interface ProductSource {

  /**
   * At most 100 products; those that do not exist are absent. Throws {@link
   * java.io.UncheckedIOException} when Shopify does not answer.
   */
  List<ProductFacts> read(ShopId shop, List<ProductId> products);
}
