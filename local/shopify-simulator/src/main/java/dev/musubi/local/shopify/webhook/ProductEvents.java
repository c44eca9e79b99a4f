package dev.musubi.local.shopify.webhook;

import static dev.musubi.local.shopify.webhook.Fields.empties;
import static dev.musubi.local.shopify.webhook.Fields.nulls;
import static dev.musubi.local.shopify.webhook.Fields.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Inventory.Level;
import dev.musubi.local.shopify.shop.Item;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.shop.Variant;

/**
 * What subscribers are told of products, variants and stock.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks?reference=toml">Shopify: webhook topics</a>
 */
public final class ProductEvents {
  private static final int FULL_VARIANTS = 100;

  private ProductEvents() {}

  public static Event updated(ShopSpec shop, Product product) {
    Market market = shop.market();
    ObjectNode payload = object();
    payload.put("admin_graphql_api_id", Numbers.gid("Product", product.id()));
    payload.put("id", product.id()).put("handle", product.handle()).put("title", product.title());
    payload.put("body_html", product.title()).put("vendor", shop.name());
    payload.put("product_type", product.productType()).put("tags", "");
    payload.put("created_at", market.time(product.createdAt()));
    payload.put("updated_at", market.time(product.updatedAt()));
    payload.put("published_at", product.publishedAt().map(market::time).orElse(null));
    payload.put("status", "active").put("published_scope", "web");
    nulls(payload, "template_suffix", "category");
    payload.put("has_variants_that_requires_components", false);
    variants(payload, market, product);
    pictures(payload, shop, product);
    return Event.about("products/update", payload, "Product", product.id());
  }

  /** The first hundred in full; all, newest first, by their ids alone. */
  private static void variants(ObjectNode payload, Market market, Product product) {
    ArrayNode full = payload.putArray("variants");
    for (int i = 0; i < Math.min(FULL_VARIANTS, product.variants().size()); i++) {
      Variant variant = product.variants().get(i);
      full.add(
          variant(market, product, variant).put("inventory_item_id", variant.inventoryItemId()));
    }
    ArrayNode ids = payload.putArray("variant_gids");
    product.variants().stream()
        .sorted((a, b) -> b.updatedAt().compareTo(a.updatedAt()))
        .forEach(
            v ->
                ids.addObject()
                    .put("admin_graphql_api_id", Numbers.gid("ProductVariant", v.id()))
                    .put("updated_at", v.updatedAt().toString()));
    ObjectNode option = payload.putArray("options").addObject();
    option.put("name", "Title").put("position", 1).put("product_id", product.id());
    ArrayNode values = option.putArray("values");
    product.variants().forEach(v -> values.add(v.title()));
  }

  private static void pictures(ObjectNode payload, ShopSpec shop, Product product) {
    ObjectNode image = object().put("id", product.id() + 3).put("product_id", product.id());
    image.put("position", 1).put("src", shop.imageUrl(product.handle()));
    nulls(image, "alt");
    payload.set("image", image);
    payload.putArray("images").add(image.deepCopy());
    empties(payload, "media");
  }

  public static Event inStock(ShopSpec shop, Item item) {
    return stockTurned("variants/in_stock", shop, item);
  }

  public static Event outOfStock(ShopSpec shop, Item item) {
    return stockTurned("variants/out_of_stock", shop, item);
  }

  private static Event stockTurned(String topic, ShopSpec shop, Item item) {
    ObjectNode payload = variant(shop.market(), item.product(), item.variant());
    return Event.about(topic, payload, "Product", item.product().id());
  }

  /** Of one location alone; it carries neither the product nor a time. */
  public static Event inventory(Item item, Level level) {
    long inventoryItem = item.variant().inventoryItemId();
    ObjectNode payload = object().put("inventory_item_id", inventoryItem);
    payload.put("location_id", level.location()).put("available", level.available());
    payload.put(
        "admin_graphql_api_id",
        Numbers.gid("InventoryLevel", level.location()) + "?inventory_item_id=" + inventoryItem);
    return Event.about("inventory_levels/update", payload, "Inventory-Item", inventoryItem);
  }

  private static ObjectNode variant(Market market, Product product, Variant variant) {
    ObjectNode node = object().put("id", variant.id()).put("product_id", product.id());
    node.put("admin_graphql_api_id", Numbers.gid("ProductVariant", variant.id()));
    node.put("title", variant.title()).put("option1", variant.title());
    node.put("price", market.money(variant.price()));
    node.put("position", product.variants().indexOf(variant) + 1);
    node.put("inventory_policy", variant.inventory().oversold() ? "continue" : "deny")
        .put("taxable", true);
    node.put("created_at", market.time(product.createdAt()));
    node.put("updated_at", market.time(variant.updatedAt()));
    node.put("inventory_quantity", variant.stock());
    node.put("old_inventory_quantity", variant.inventory().before());
    nulls(node, "compare_at_price", "option2", "option3", "barcode", "sku", "image_id");
    return node;
  }
}
