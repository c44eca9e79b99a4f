package dev.musubi.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.VariantSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Variants with their stock over all locations, all of them in one call of about three points each.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/admin-graphql/latest/objects/ProductVariant">ProductVariant</a>
 */
public final class AdminVariants implements VariantSource {

  private static final String GID = "gid://shopify/ProductVariant/";

  /** Shopify's name for the only variant of a product without options. */
  private static final String ONLY = "Default Title";

  private final AdminClient client;
  private final InstantSource clock;

  public AdminVariants(AdminClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public List<VariantFacts> read(ShopId shop, List<VariantId> variants) {
    ObjectNode variables = client.variables();
    ArrayNode ids = variables.putArray("ids");
    variants.forEach(variant -> ids.add(GID + variant));
    Instant now = clock.instant();
    List<VariantFacts> facts = new ArrayList<>();
    try {
      for (JsonNode node : client.call(shop, Operation.VARIANTS, variables).path("nodes")) {
        if (node.hasNonNull("id")) {
          facts.add(facts(node, now));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new UncheckedIOException(new IOException("Shopify described a variant unreadably"));
    }
    return facts;
  }

  private static VariantFacts facts(JsonNode variant, Instant now) {
    JsonNode product = variant.path("product");
    boolean active = product.path("status").asText().equals("ACTIVE");
    return new VariantFacts(
        new VariantId(number(variant)),
        new ProductId(number(product)),
        new InventoryItemId(number(variant.path("inventoryItem"))),
        new VariantFacts.Showing(
            product.path("handle").asText(),
            product.path("title").asText(),
            Optional.of(variant.path("title").asText()).filter(title -> !title.equals(ONLY)),
            new BigDecimal(variant.path("price").asText())),
        active && product.hasNonNull("publishedAt") && !product.path("isGiftCard").asBoolean(),
        stock(variant),
        now);
  }

  private static VariantFacts.Stock stock(JsonNode variant) {
    boolean counted =
        variant.at("/inventoryItem/tracked").asBoolean()
            && !variant.path("inventoryPolicy").asText().equals("CONTINUE");
    return new VariantFacts.Stock(counted, variant.path("sellableOnlineQuantity").asLong());
  }

  private static long number(JsonNode node) {
    String gid = node.path("id").asText();
    return Long.parseLong(gid.substring(gid.lastIndexOf('/') + 1));
  }
}
