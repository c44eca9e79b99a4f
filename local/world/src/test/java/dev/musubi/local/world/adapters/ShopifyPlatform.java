package dev.musubi.local.world.adapters;

import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.shopify.ShopSimulator;
import dev.musubi.local.shopify.shop.AppCredentials;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.MusubiAddresses;
import dev.musubi.local.shopify.shop.ProductSpec;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.webhook.Activity;
import dev.musubi.local.shopify.webhook.WebhookSettings;
import dev.musubi.shopify.admin.AdminBase;
import dev.musubi.shopify.admin.AdminClient;
import dev.musubi.testkit.memory.MemoryShopSecrets;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** Shopify with shops whose app listens nowhere, and the deployed client of its Admin API. */
final class ShopifyPlatform implements AutoCloseable {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

  final ShopSimulator simulator;
  final AdminClient client;
  private final MemoryShopSecrets secrets = new MemoryShopSecrets();

  ShopifyPlatform(InstantSource clock) {
    simulator = ShopSimulator.start(clock, WebhookSettings.asShopify(), Activity.unobserved());
    client =
        new AdminClient(
            new AdminBase(simulator.base().toString()),
            secrets,
            clock,
            time -> {
              throw new AssertionError("nothing here is asked so often that it has to wait");
            });
  }

  void open(ShopId shop, List<ProductSpec> products) {
    String client = "client of " + shop;
    simulator.addShop(
        new ShopSpec(
            shop.handle(),
            "ひので商店",
            AppCredentials.withEveryScope(client, "secret"),
            new Market(Currency.getInstance("JPY"), ZoneId.of("Asia/Tokyo"), "ja"),
            new MusubiAddresses(NOWHERE, NOWHERE, NOWHERE),
            products));
    secrets.put(
        shop,
        new Secrets(
            new Secrets.Line("1650000000", List.of(new Secret("secret")), "U" + "b".repeat(32)),
            new Secrets.Shopify(client, List.of(new Secret("secret")))));
  }

  @Override
  public void close() {
    simulator.close();
  }
}
