package dev.musubi.core.sending;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what is known of variants that are back and of those who wait for them. */
public final class RestockFactsReader implements FactsReader {

  private final Watches watches;
  private final Restocks restocks;
  private final Purchases purchases;
  private final Catalogue catalogue;

  public RestockFactsReader(
      Watches watches, Restocks restocks, Purchases purchases, Catalogue catalogue) {
    this.watches = watches;
    this.restocks = restocks;
    this.purchases = purchases;
    this.catalogue = catalogue;
  }

  @Override
  public Map<SendIntent, RestockFacts> of(Shop shop, List<SendIntent> intents) {
    Map<VariantId, List<SendIntent>> byVariant = new TreeMap<>();
    intents.forEach(
        intent -> byVariant.computeIfAbsent(variant(intent), v -> new ArrayList<>()).add(intent));
    Map<VariantId, Restock> found = restocks.find(shop.id(), List.copyOf(byVariant.keySet()));
    List<ProductId> shown = found.values().stream().map(r -> r.facts().product()).toList();
    Map<ProductId, ProductFacts> products = catalogue.findAll(shop.id(), shown);
    Map<CustomerId, List<Purchase>> bought = purchases.of(shop.id(), customers(intents));
    Map<SendIntent, RestockFacts> facts = new HashMap<>();
    byVariant.forEach(
        (variant, ofVariant) -> {
          Map<CustomerId, Watch> waiting = watches.of(shop.id(), variant, customers(ofVariant));
          Optional<Restock> restock = Optional.ofNullable(found.get(variant));
          Optional<ProductFacts> product = restock.map(r -> products.get(r.facts().product()));
          for (SendIntent intent : ofVariant) {
            CustomerId customer = intent.to().customer();
            Optional<Watch> watch = Optional.ofNullable(waiting.get(customer));
            List<Purchase> orders = bought.getOrDefault(customer, List.of());
            Optional<Restock> told = restock.filter(r -> r.isTelling(event(intent), intent.due()));
            facts.put(intent, new RestockFacts(event(intent), watch, told, product, orders));
          }
        });
    return facts;
  }

  private static VariantId variant(SendIntent intent) {
    return ((Subject.Restocked) intent.subject()).variant();
  }

  private static Instant event(SendIntent intent) {
    return ((Subject.Restocked) intent.subject()).event();
  }

  private static List<CustomerId> customers(List<SendIntent> intents) {
    return intents.stream().map(i -> i.to().customer()).distinct().toList();
  }
}
