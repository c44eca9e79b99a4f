package dev.musubi.local.world.adapters;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.VariantSource;
import dev.musubi.local.shopify.shop.ProductSpec;
import dev.musubi.local.shopify.shop.VariantSpec;
import dev.musubi.shopify.admin.AdminVariants;
import dev.musubi.testkit.contracts.VariantSourceContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class AdminVariantsTest extends VariantSourceContract {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T03:00:00Z"));

  private final ShopifyPlatform shopify = new ShopifyPlatform(CLOCK);

  @Override
  protected VariantSource selling(ShopId shop, List<Entered> variants, ShopId another) {
    shopify.open(shop, variants.stream().map(AdminVariantsTest::product).toList());
    shopify.open(another, List.of());
    for (Entered entered : variants) {
      if (entered.stock() instanceof Stock.Uncounted) {
        shopify
            .simulator
            .merchants()
            .selling(shop.handle(), handle(entered), Optional.of(false), Optional.empty());
      }
    }
    return new AdminVariants(shopify.client, CLOCK);
  }

  @AfterEach
  void close() {
    shopify.close();
  }

  @Override
  protected void unreachable() {
    shopify.close();
  }

  private static ProductSpec product(Entered entered) {
    int stock =
        switch (entered.stock()) {
          case Stock.Counted(int online) -> online;
          case Stock.Uncounted() -> 0;
        };
    return new ProductSpec(
        entered.id().number() + 2_000,
        handle(entered),
        entered.product(),
        "Tea",
        false,
        List.of(
            new VariantSpec(
                entered.id().number(),
                entered.item().number(),
                ProductSpec.ONLY_VARIANT,
                entered.price(),
                stock)));
  }

  private static String handle(Entered entered) {
    return "p-" + entered.id();
  }
}
