package dev.musubi.local.world.adapters;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.local.shopify.shop.ProductSpec;
import dev.musubi.shopify.admin.AdminOrders;
import dev.musubi.testkit.contracts.OrderSourceContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class AdminOrdersTest extends OrderSourceContract {

  private static final long HANA = 7_001;

  private final ShopifyPlatform shopify =
      new ShopifyPlatform(InstantSource.fixed(Instant.parse("2026-03-01T03:00:00Z")));

  @Override
  protected OrderSource of(ShopId shop, ShopId another) {
    ProductSpec tea = ProductSpec.of(81, "tea", "煎茶", "Tea", new BigDecimal("1234"), 1_000);
    shopify.open(shop, List.of(tea));
    shopify.open(another, List.of());
    shopify.simulator.addCustomer(shop.handle(), HANA, "花", "ja", Optional.empty());
    return new AdminOrders(shopify.client);
  }

  @Override
  protected void place(ShopId shop) {
    shopify.simulator.shoppers().buy(shop.handle(), HANA, "tea", 1);
  }

  @AfterEach
  void close() {
    shopify.close();
  }

  @Override
  protected void unreachable() {
    shopify.close();
  }
}
