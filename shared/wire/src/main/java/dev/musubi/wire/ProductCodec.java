package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import java.math.BigDecimal;
import java.net.URI;
import java.util.regex.Pattern;

/** {@link ProductFacts} as they are stored. */
public final class ProductCodec implements Codec<ProductFacts> {

  /** A huge exponent would fill the memory as soon as the price is rounded. */
  private static final Pattern PRICE = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

  @Override
  public ObjectNode tree(ProductFacts facts) {
    ProductFacts.Showing showing = facts.showing();
    ObjectNode tree =
        Json.object()
            .put("product", facts.id().number())
            .put("handle", showing.handle())
            .put("title", showing.title())
            .put("price", showing.price().toPlainString());
    showing.picture().ifPresent(picture -> tree.put("picture", picture.toString()));
    tree.put("published", facts.published()).put("giftCard", facts.giftCard());
    tree.set("variants", Json.array(facts.variants().stream().map(ProductCodec::tree)));
    return tree.put("updatedAt", facts.updatedAt().toString())
        .put("readAt", facts.readAt().toString());
  }

  private static ObjectNode tree(ProductFacts.VariantStock variant) {
    return Json.object()
        .put("variant", variant.id().number())
        .put("sellable", variant.sellable())
        .put("updatedAt", variant.updatedAt().toString());
  }

  @Override
  public ProductFacts value(Fields fields) {
    return new ProductFacts(
        new ProductId(fields.number("product")),
        new ProductFacts.Showing(
            fields.text("handle"),
            fields.text("title"),
            fields.parsed("price", "a price", ProductCodec::price),
            fields.maybe("picture", "a URI", URI::create)),
        fields.flag("published"),
        fields.flag("giftCard"),
        fields.objects("variants").stream().map(ProductCodec::variant).toList(),
        fields.instant("updatedAt"),
        fields.instant("readAt"));
  }

  static BigDecimal price(String text) {
    if (!PRICE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a price");
    }
    return new BigDecimal(text);
  }

  private static ProductFacts.VariantStock variant(Fields fields) {
    return new ProductFacts.VariantStock(
        new VariantId(fields.number("variant")),
        fields.flag("sellable"),
        fields.instant("updatedAt"));
  }
}
