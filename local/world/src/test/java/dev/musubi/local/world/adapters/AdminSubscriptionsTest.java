package dev.musubi.local.world.adapters;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Subscriptions;
import dev.musubi.shopify.admin.AdminSubscriptions;
import dev.musubi.testkit.contracts.SubscriptionsContract;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class AdminSubscriptionsTest extends SubscriptionsContract {

  private final ShopifyPlatform shopify =
      new ShopifyPlatform(InstantSource.fixed(Instant.parse("2026-03-01T03:00:00Z")));

  @Override
  protected Subscriptions of(ShopId shop, ShopId another) {
    shopify.open(shop, List.of());
    shopify.open(another, List.of());
    return new AdminSubscriptions(shopify.client, URI.create("https://api.example"));
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
