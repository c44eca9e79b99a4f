package dev.musubi.local.world.adapters;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductSource;
import dev.musubi.local.shopify.shop.ProductSpec;
import dev.musubi.shopify.admin.AdminProducts;
import dev.musubi.testkit.contracts.ProductSourceContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class AdminProductsTest extends ProductSourceContract {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T03:00:00Z"));

  private final ShopifyPlatform shopify = new ShopifyPlatform(CLOCK);

  @Override
  protected ProductSource selling(ShopId shop, List<ProductFacts> products, ShopId another) {
    shopify.open(shop, products.stream().map(AdminProductsTest::entered).toList());
    shopify.open(another, List.of());
    return new AdminProducts(shopify.client, CLOCK);
  }

  @AfterEach
  void close() {
    shopify.close();
  }

  @Override
  protected void unreachable() {
    shopify.close();
  }

  private static ProductSpec entered(ProductFacts facts) {
    ProductFacts.Showing showing = facts.showing();
    return ProductSpec.of(
        facts.id().number(), showing.handle(), showing.title(), "Tea", showing.price(), 5);
  }
}
