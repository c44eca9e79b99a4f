package dev.musubi.chores;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.ProductId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Makes Shopify and LINE agree with what is stored, and gives persons and shops their rights. Every
 * chore may come again, and after the next one.
 */
final class Housekeeping {

  private final Shops shops;
  private final Reconciliation reconciliation;
  private final Rights rights;
  private final FreshCatalogue catalogue;
  private final InstantSource clock;
  private final CheckUp checkUp;

  /** What can be asked for about persons and shops. */
  record Rights(Erasure erasure, Exporting exporting, Merging merging, ShopErasure shopErasure) {}

  Housekeeping(
      Shops shops,
      Reconciliation reconciliation,
      Rights rights,
      FreshCatalogue catalogue,
      CheckUp checkUp,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.checkUp = checkUp;
    this.clock = clock;
    this.shops = shops;
    this.reconciliation = reconciliation;
    this.rights = rights;
  }

  void carryOut(Chore chore) {
    if (chore instanceof Chore.EraseShop(ShopId id)) {
      rights.shopErasure().erase(id);
      return;
    }
    Optional<Shop> shop = shops.find(chore.shop());
    shop.ifPresent(known -> carryOut(known, chore));
  }

  private void carryOut(Shop shop, Chore chore) {
    switch (chore) {
      case Chore.Reconcile(ShopId id, Person person) -> reconciliation.reconcile(shop, person);
      case Chore.Erase(ShopId id, Person person, boolean again) -> {
        if (again) {
          rights.erasure().eraseAgain(shop, person);
        } else {
          rights.erasure().erase(shop, person);
        }
      }
      case Chore.EraseShop(ShopId id) -> rights.shopErasure().erase(id);
      case Chore.Export(ShopId id, CustomerId customer, String request) ->
          rights.exporting().export(id, customer, request);
      case Chore.Merge merge -> rights.merging().merge(shop, merge);
      case Chore.Depart(ShopId id, CustomerId customer) -> rights.merging().depart(shop, customer);
      case Chore.SetUp(ShopId id) -> {
        reconciliation.prepareMenus(shop);
        checkUp.subscribe(id);
      }
      case Chore.CheckUp(ShopId id, Optional<Instant> from) -> checkUp.carryOut(shop, from);
      case Chore.Refresh(ShopId id, List<ProductId> products) ->
          catalogue.refresh(id, products, clock.instant());
    }
  }
}
