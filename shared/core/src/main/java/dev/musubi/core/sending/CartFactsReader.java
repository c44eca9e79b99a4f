package dev.musubi.core.sending;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.core.shopping.Tombstone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is known of carts that were left behind: four reads for a batch, whatever its size.
 */
public final class CartFactsReader implements FactsReader {

  private static final int TOMBSTONES_AT_ONCE = 50;

  private final Carts carts;
  private final Purchases purchases;
  private final Catalogue catalogue;

  public CartFactsReader(Carts carts, Purchases purchases, Catalogue catalogue) {
    this.carts = carts;
    this.purchases = purchases;
    this.catalogue = catalogue;
  }

  @Override
  public Map<SendIntent, ? extends SubjectFacts> of(Shop shop, List<SendIntent> intents) {
    Map<CheckoutToken, Cart> found =
        carts.find(shop.id(), intents.stream().map(CartFactsReader::checkout).distinct().toList());
    List<Checkout> checkouts = found.values().stream().map(Cart::newest).toList();
    Map<CheckoutToken, Tombstone> tombstones = tombstones(shop.id(), checkouts);
    List<CustomerId> customers = intents.stream().map(i -> i.to().customer()).distinct().toList();
    Map<CustomerId, List<Purchase>> bought = purchases.of(shop.id(), customers);
    Map<ProductId, ProductFacts> products =
        catalogue.findAll(
            shop.id(), checkouts.stream().flatMap(c -> c.products().stream()).toList());
    Map<SendIntent, CartFacts> facts = new HashMap<>();
    for (SendIntent intent : intents) {
      CheckoutToken checkout = checkout(intent);
      facts.put(
          intent,
          new CartFacts(
              intent,
              shop,
              Optional.ofNullable(found.get(checkout)),
              Optional.ofNullable(tombstones.get(checkout)),
              bought.getOrDefault(intent.to().customer(), List.of()),
              products));
    }
    return facts;
  }

  private Map<CheckoutToken, Tombstone> tombstones(ShopId shop, List<Checkout> checkouts) {
    Map<CheckoutToken, Tombstone> tombstones = new HashMap<>();
    for (int from = 0; from < checkouts.size(); from += TOMBSTONES_AT_ONCE) {
      int to = Math.min(from + TOMBSTONES_AT_ONCE, checkouts.size());
      tombstones.putAll(carts.tombstones(shop, checkouts.subList(from, to)));
    }
    return tombstones;
  }

  private static CheckoutToken checkout(SendIntent intent) {
    return ((Subject.Cart) intent.subject()).checkout();
  }
}
