package dev.musubi.local.simulation.world;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductSource;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.local.simulation.plan.ShopPlan;
import dev.musubi.shopify.events.ShopifyEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shops' products as Shopify has them, for webhooks and for who asks. */
final class Storefronts implements ProductSource {

  private record Key(int shop, int product) {}

  private record State(int units, int before, boolean published, Instant updatedAt) {}

  /** The only variant of a product has its number times this. */
  private static final int VARIANT = 10;

  private static final int IN_STOCK = 5;
  static final BigDecimal PRICE = new BigDecimal("1200");

  private final InstantSource clock;
  private final Map<Key, State> products = new HashMap<>();
  private final OrderDesk orders;
  private final CheckoutDesk checkouts;

  Storefronts(InstantSource clock, List<ShopPlan> shops) {
    this.clock = clock;
    this.orders = new OrderDesk(clock);
    this.checkouts = new CheckoutDesk(clock);
    Instant before = clock.instant().minusSeconds(86_400);
    for (int shop = 0; shop < shops.size(); shop++) {
      for (int product = 1; product <= shops.get(shop).products(); product++) {
        products.put(new Key(shop, product), new State(IN_STOCK, IN_STOCK, true, before));
      }
      for (int scarce : ShopPlan.SCARCE) {
        products.put(new Key(shop, scarce), new State(0, 0, true, before));
      }
    }
  }

  /** The shops' orders. */
  OrderDesk orders() {
    return orders;
  }

  CheckoutDesk checkouts() {
    return checkouts;
  }

  static int variantOf(int product) {
    return product * VARIANT;
  }

  void stock(int shop, int product, boolean sellable) {
    units(shop, product, sellable ? IN_STOCK : 0);
  }

  void units(int shop, int product, int units) {
    products.computeIfPresent(
        new Key(shop, product),
        (key, state) -> new State(units, state.units(), state.published(), clock.instant()));
  }

  /** Whether the last change of its stock was from none to some, or the other way round. */
  boolean crossed(int shop, int product) {
    State state = products.get(new Key(shop, product));
    return state.units() > 0 != state.before() > 0;
  }

  void publish(int shop, int product, boolean published) {
    products.computeIfPresent(
        new Key(shop, product),
        (key, state) -> new State(state.units(), state.before(), published, clock.instant()));
  }

  /** The body of {@code products/update}. */
  String product(int shop, int product) {
    State state = products.get(new Key(shop, product));
    return """
    {"id":%d,"handle":"p%d","title":"Product %d","status":"active","published_at":%s,\
    "updated_at":"%s","variants":[%s]}\
    """
        .formatted(
            product,
            product,
            product,
            state.published() ? "\"2026-01-01T00:00:00Z\"" : "null",
            state.updatedAt(),
            variant(shop, product));
  }

  /** The body of {@code variants/in_stock} and {@code variants/out_of_stock}. */
  String variant(int shop, int product) {
    State state = products.get(new Key(shop, product));
    return """
    {"id":%d,"product_id":%d,"price":"%s","inventory_policy":"deny",\
    "inventory_quantity":%d,"inventory_management":"shopify","updated_at":"%s"}\
    """
        .formatted(variantOf(product), product, PRICE, state.units(), state.updatedAt());
  }

  /** The body of {@code inventory_levels/update}: it says little more than which item moved. */
  String level(int shop, int product) {
    State state = products.get(new Key(shop, product));
    return """
    {"inventory_item_id":%d,"location_id":1,"available":%d,"updated_at":"%s"}\
    """
        .formatted(variantOf(product), state.units(), state.updatedAt());
  }

  /** A variant as the Admin API has it now. */
  Optional<VariantFacts> variant(ShopId id, VariantId variant) {
    int product = (int) variant.number() / VARIANT;
    return Optional.ofNullable(products.get(new Key(Numbers.shop(id.handle()), product)))
        .map(
            state ->
                new VariantFacts(
                    variant,
                    new ProductId(product),
                    new InventoryItemId(variant.number()),
                    new VariantFacts.Showing(
                        "p" + product, "Product " + product, Optional.empty(), PRICE),
                    state.published(),
                    new VariantFacts.Stock(true, state.units()),
                    clock.instant()));
  }

  @Override
  public List<ProductFacts> read(ShopId id, List<ProductId> wanted) {
    int shop = Numbers.shop(id.handle());
    List<ProductFacts> read = new ArrayList<>();
    for (ProductId product : wanted) {
      int number = (int) product.number();
      Optional.ofNullable(products.get(new Key(shop, number)))
          .map(
              state ->
                  ShopifyEvents.read(id, "products/update", clock.instant(), product(shop, number)))
          .map(ShopSignal.ProductHeard.class::cast)
          .ifPresent(heard -> read.add(heard.facts()));
    }
    return read;
  }
}
