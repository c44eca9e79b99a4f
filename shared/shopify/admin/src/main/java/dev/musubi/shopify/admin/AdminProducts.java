package dev.musubi.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductFacts.VariantStock;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductSource;
import dev.musubi.core.shopping.VariantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Products with their first 100 variants, {@value #BATCH} a call: a call may cost 1,000 points at
 * most, and each of these is asked for about 106.
 */
public final class AdminProducts implements ProductSource {

  static final int BATCH = 8;

  private final AdminClient client;
  private final InstantSource clock;

  public AdminProducts(AdminClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public List<ProductFacts> read(ShopId shop, List<ProductId> products) {
    List<ProductFacts> facts = new ArrayList<>();
    for (int from = 0; from < products.size(); from += BATCH) {
      facts.addAll(batch(shop, products.subList(from, Math.min(from + BATCH, products.size()))));
    }
    return facts;
  }

  private List<ProductFacts> batch(ShopId shop, List<ProductId> products) {
    ObjectNode variables = client.variables();
    ArrayNode ids = variables.putArray("ids");
    products.forEach(product -> ids.add(Gid.of("Product", product)));
    Instant now = clock.instant();
    List<ProductFacts> facts = new ArrayList<>();
    try {
      for (JsonNode node : client.call(shop, Operation.PRODUCTS, variables).path("nodes")) {
        if (node.hasNonNull("id")) {
          facts.add(facts(node, now));
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UncheckedIOException(new IOException("Shopify described a product unreadably"));
    }
    return facts;
  }

  private static ProductFacts facts(JsonNode product, Instant now) {
    List<VariantStock> variants = new ArrayList<>();
    Optional<BigDecimal> lowest = Optional.empty();
    for (JsonNode variant : product.at("/variants/nodes")) {
      variants.add(
          new VariantStock(
              new VariantId(Gid.number(variant)),
              variant.path("availableForSale").asBoolean(),
              Instant.parse(variant.path("updatedAt").asText())));
      BigDecimal price = new BigDecimal(variant.path("price").asText());
      lowest = Optional.of(lowest.map(price::min).orElse(price));
    }
    return new ProductFacts(
        new ProductId(Gid.number(product)),
        new ProductFacts.Showing(
            product.path("handle").asText(),
            product.path("title").asText(),
            lowest.orElse(BigDecimal.ZERO),
            picture(product)),
        product.path("status").asText().equals("ACTIVE") && product.hasNonNull("publishedAt"),
        product.path("isGiftCard").asBoolean(),
        variants,
        Instant.parse(product.path("updatedAt").asText()),
        now);
  }

  private static Optional<URI> picture(JsonNode product) {
    return Optional.ofNullable(product.at("/featuredMedia/preview/image/url").textValue())
        .map(URI::create);
  }
}
