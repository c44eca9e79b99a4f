package dev.musubi.storefront;

import dev.musubi.core.reminding.RestockWishes;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.shopify.events.ProxyDoor;
import dev.musubi.testkit.functions.Stores;

/** The endpoint over ports in memory. */
final class Given {

  private Given() {}

  static StorefrontEndpoint endpoint(Stores stores) {
    return new StorefrontEndpoint(
        new ProxyDoor(stores.secrets()),
        new PreferenceDesk(stores.shops(), stores.links(), new RecipientBook(stores.recipients())),
        new RestockEndpoint(
            stores.shops(),
            new RestockWishes(
                stores.restocks(),
                stores.watches(),
                stores.purchases(),
                stores.variants(),
                stores.deliveries(),
                stores.clock()),
            stores.clock()),
        stores.clock());
  }
}
