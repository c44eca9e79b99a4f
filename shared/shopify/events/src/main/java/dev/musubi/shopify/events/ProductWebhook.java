package dev.musubi.shopify.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductFacts.VariantStock;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code products/create}, {@code products/update} and the variant topics say. Since version
 * 2026-04 they leave out whether stock is counted, and they hold 100 variants at most: what they
 * leave open is {@link ProductFacts#UNCONFIRMED}.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/webhooks?reference=toml#list-of-topics-products/update">products/update</a>
 */
final class ProductWebhook {

  private static final String CONTINUE = "continue";

  private ProductWebhook() {}

  static ProductFacts facts(Fields product, Instant triggeredAt) {
    Instant updatedAt = product.time("updated_at").orElse(triggeredAt);
    List<Fields> variants = product.objects("variants");
    if (variants.isEmpty()) {
      throw Fields.wrong("variants");
    }
    return new ProductFacts(
        new ProductId(product.number("id")),
        new ProductFacts.Showing(
            product.requiredText("handle"),
            product.requiredText("title"),
            lowestPrice(variants),
            picture(product)),
        published(product),
        variants.stream().anyMatch(ProductWebhook::giftCard),
        variants.stream().map(variant -> stock(variant, updatedAt)).toList(),
        updatedAt,
        confirmed(product, variants) ? triggeredAt : ProductFacts.UNCONFIRMED);
  }

  /** The stock of one variant as {@code variants/in_stock} and {@code out_of_stock} tell it. */
  static VariantStock stock(Fields variant, boolean inStock, Instant triggeredAt) {
    return new VariantStock(
        new VariantId(variant.number("id")),
        inStock || continues(variant),
        variant.time("updated_at").orElse(triggeredAt));
  }

  private static VariantStock stock(Fields variant, Instant updatedAt) {
    return new VariantStock(
        new VariantId(variant.number("id")),
        sellable(variant),
        variant.time("updated_at").orElse(updatedAt));
  }

  private static boolean sellable(Fields variant) {
    boolean uncounted =
        variant.has("inventory_management") && variant.value("inventory_management").isEmpty();
    return uncounted || continues(variant) || quantity(variant) > 0;
  }

  private static boolean confirmed(Fields product, List<Fields> variants) {
    return product.objects("variant_gids").size() <= variants.size()
        && variants.stream().allMatch(v -> sellable(v) || v.has("inventory_management"));
  }

  private static boolean continues(Fields variant) {
    return variant.text("inventory_policy").filter(CONTINUE::equalsIgnoreCase).isPresent();
  }

  private static long quantity(Fields variant) {
    return variant.value("inventory_quantity").map(JsonNode::longValue).orElse(0L);
  }

  private static boolean giftCard(Fields variant) {
    return variant.text("fulfillment_service").filter("gift_card"::equals).isPresent();
  }

  private static boolean published(Fields product) {
    return product.text("status").orElse("active").equalsIgnoreCase("active")
        && product.value("published_at").isPresent();
  }

  private static BigDecimal lowestPrice(List<Fields> variants) {
    return variants.stream()
        .map(variant -> variant.money("price"))
        .min(BigDecimal::compareTo)
        .orElseThrow();
  }

  private static Optional<URI> picture(Fields product) {
    return product
        .object("image")
        .or(() -> product.objects("images").stream().findFirst())
        .flatMap(image -> image.text("src"))
        .flatMap(Links::https);
  }
}
