package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.byId;
import static dev.musubi.local.shopify.admin.Resolve.from;

import dev.musubi.local.shopify.shop.Inventory.Level;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Location;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.ShopSpec;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Products, variants and inventory items of the API. */
final class ProductTypes {
  private static final int IMAGE_SIDE = 600;
  private static final Map<String, Function<Item, List<String>>> FILTERS =
      Map.of(
          "id", i -> List.of(Long.toString(i.variant().id())),
          "product_id", i -> List.of(Long.toString(i.product().id())),
          "inventory_quantity", i -> List.of(Integer.toString(i.variant().stock())));

  private ProductTypes() {}

  /** What there is of a variant at one location. */
  record StockAt(Item item, Level level) {}

  /** An inventory item, which knows nothing but its variant. */
  record Inventory(Item item) {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            "QueryRoot",
            query ->
                query
                    .dataFetcher("product", byId("Product", "read_products", Shop::product))
                    .dataFetcher(
                        "productVariant",
                        byId("ProductVariant", "read_products", Shop::itemOfVariant))
                    .dataFetcher(
                        "inventoryItem",
                        byId(
                            "InventoryItem",
                            "read_inventory",
                            (shop, id) -> shop.itemOfInventory(id).map(Inventory::new)))
                    .dataFetcher("productVariants", ProductTypes::listed))
        .type("Product", ProductTypes::product)
        .type("ProductVariant", ProductTypes::variant)
        .type("InventoryItem", ProductTypes::inventoryItem)
        .type("InventoryLevel", ProductTypes::level);
  }

  private static Object listed(DataFetchingEnvironment env) {
    Resolve.requireScope(env, "read_products");
    Predicate<Item> wanted = Filter.of(env, FILTERS);
    return Connection.sorted(
        Resolve.shop(env).products().stream()
            .flatMap(p -> items(p).stream())
            .filter(wanted)
            .map(i -> new Connection.Entry(i.variant().id(), i.variant().id(), i))
            .toList(),
        env);
  }

  private static TypeRuntimeWiring.Builder product(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", product(p -> Numbers.gid("Product", p.id())))
        .dataFetcher("legacyResourceId", product(Product::id))
        .dataFetcher("isGiftCard", product(Product::giftCard))
        .dataFetcher("status", product(p -> "ACTIVE"))
        .dataFetcher("tags", product(p -> List.of()))
        .dataFetcher("totalInventory", product(Product::stock))
        .dataFetcher("vendor", from(Product.class, (shop, p) -> shop.spec().name()))
        .dataFetcher("createdAt", product(p -> p.createdAt().truncatedTo(ChronoUnit.SECONDS)))
        .dataFetcher("updatedAt", product(p -> p.updatedAt().truncatedTo(ChronoUnit.SECONDS)))
        .dataFetcher(
            "publishedAt",
            product(
                p -> p.publishedAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)).orElse(null)))
        .dataFetcher("onlineStoreUrl", from(Product.class, ProductTypes::onlineStoreUrl))
        .dataFetcher("featuredMedia", from(Product.class, ProductTypes::media))
        .dataFetcher("priceRangeV2", from(Product.class, ProductTypes::prices))
        .dataFetcher("variants", env -> Connection.of(items(env.getSource()), env));
  }

  private static DataFetcher<Object> product(Function<Product, Object> value) {
    return from(Product.class, (shop, p) -> value.apply(p));
  }

  private static List<Item> items(Product product) {
    return product.variants().stream().map(v -> new Item(product, v)).toList();
  }

  /** Null while the product is not in the online store. */
  private static Object onlineStoreUrl(Shop shop, Product product) {
    return product.published() ? shop.spec().url("/products/" + product.handle()) : null;
  }

  private static Object media(Shop shop, Product product) {
    ShopSpec spec = shop.spec();
    Map<String, Object> image =
        Map.of(
            "url",
            spec.imageUrl(product.handle()),
            "altText",
            product.title(),
            "width",
            IMAGE_SIDE,
            "height",
            IMAGE_SIDE);
    return Map.of(
        "id", Numbers.gid("MediaImage", product.id()),
        "alt", product.title(),
        "image", image,
        "preview", Map.of("image", image));
  }

  private static Object prices(Shop shop, Product product) {
    Market market = shop.spec().market();
    return Map.of(
        "minVariantPrice", Money.v2(market, product.lowestPrice()),
        "maxVariantPrice", Money.v2(market, product.highestPrice()));
  }

  private static TypeRuntimeWiring.Builder variant(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", item(i -> Numbers.gid("ProductVariant", i.variant().id())))
        .dataFetcher("legacyResourceId", item(i -> i.variant().id()))
        .dataFetcher("title", item(i -> i.variant().title()))
        .dataFetcher("displayName", item(i -> i.product().title() + " - " + i.variant().title()))
        .dataFetcher("availableForSale", item(i -> i.variant().inventory().sellable()))
        .dataFetcher("sellableOnlineQuantity", item(i -> i.variant().stock()))
        .dataFetcher("inventoryQuantity", item(i -> i.variant().stock()))
        .dataFetcher(
            "inventoryPolicy", item(i -> i.variant().inventory().oversold() ? "CONTINUE" : "DENY"))
        .dataFetcher("inventoryItem", item(Inventory::new))
        .dataFetcher("product", item(Item::product))
        .dataFetcher("compareAtPrice", item(i -> null))
        .dataFetcher("sku", item(i -> null))
        .dataFetcher(
            "createdAt", item(i -> i.product().createdAt().truncatedTo(ChronoUnit.SECONDS)))
        .dataFetcher(
            "updatedAt", item(i -> i.variant().updatedAt().truncatedTo(ChronoUnit.SECONDS)))
        .dataFetcher("price", from(Item.class, ProductTypes::price));
  }

  private static Object price(Shop shop, Item item) {
    return shop.spec().market().money(item.variant().price());
  }

  private static DataFetcher<Object> item(Function<Item, Object> value) {
    return from(Item.class, (shop, i) -> value.apply(i));
  }

  private static TypeRuntimeWiring.Builder inventoryItem(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher(
            "id",
            from(
                Inventory.class,
                (shop, i) -> Numbers.gid("InventoryItem", i.item().variant().inventoryItemId())))
        .dataFetcher(
            "tracked", from(Inventory.class, (shop, i) -> i.item().variant().inventory().tracked()))
        .dataFetcher("variant", from(Inventory.class, (shop, i) -> i.item()))
        .dataFetcher(
            "variants", env -> Connection.of(List.of(env.<Inventory>getSource().item()), env))
        .dataFetcher("inventoryLevels", env -> Connection.of(levels(env.getSource()), env));
  }

  private static List<StockAt> levels(Inventory inventory) {
    return inventory.item().variant().inventory().levels().stream()
        .map(level -> new StockAt(inventory.item(), level))
        .toList();
  }

  private static TypeRuntimeWiring.Builder level(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher(
            "id",
            from(
                StockAt.class,
                (shop, l) ->
                    Numbers.gid("InventoryLevel", l.level().location())
                        + "?inventory_item_id="
                        + l.item().variant().inventoryItemId()))
        .dataFetcher("item", from(StockAt.class, (shop, l) -> new Inventory(l.item())))
        .dataFetcher("location", from(StockAt.class, ProductTypes::location))
        .dataFetcher("quantities", ProductTypes::quantities);
  }

  private static Object location(Shop shop, StockAt stock) {
    return Location.of(shop.spec().market()).stream()
        .filter(location -> location.id() == stock.level().location())
        .findFirst()
        .map(l -> Map.of("id", Numbers.gid("Location", l.id()), "name", l.name()))
        .orElseThrow();
  }

  /** Nothing is reserved or on its way here: whatever is there is available. */
  private static Object quantities(DataFetchingEnvironment env) {
    List<String> names = env.getArgument("names");
    int available = env.<StockAt>getSource().level().available();
    return names.stream().map(name -> Map.of("name", name, "quantity", available)).toList();
  }
}
