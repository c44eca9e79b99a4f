package dev.musubi.local.world.adapters;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.shop.ShopId;
import dev.musubi.shopify.admin.AdminTags;
import dev.musubi.testkit.contracts.CustomerTagsContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class AdminTagsTest extends CustomerTagsContract {

  private ShopifyPlatform shopify;

  @Override
  protected CustomerTags empty(ShopId shop, List<CustomerId> customers, Instant now) {
    shopify = new ShopifyPlatform(InstantSource.fixed(now));
    shopify.open(shop, List.of());
    customers.forEach(
        customer ->
            shopify.simulator.addCustomer(
                shop.handle(), customer.number(), "somebody", "ja", Optional.empty()));
    return new AdminTags(shopify.client);
  }

  @AfterEach
  void close() {
    shopify.close();
  }

  @Override
  protected boolean tagged(ShopId shop, CustomerId customer) {
    return shopify.simulator.tags(shop.handle(), customer.number()).contains(CustomerTags.LINKED);
  }

  @Override
  protected void unreachable() {
    shopify.close();
  }
}
