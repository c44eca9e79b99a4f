package dev.musubi.core.wording;

import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.CartLine;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a product stands in a message: the values {@code product}, {@code title}, {@code price},
 * {@code link} straight to the shop with the campaign's name, and {@code picture} if it has one.
 */
public final class ProductCard {

  private static final int LONGEST_TITLE = 40;

  /** Ten carts' links and pictures have to fit into LINE's 50 KB. */
  private static final int LONGEST_PICTURE = 1_000;

  private ProductCard() {}

  public static SortedMap<String, String> of(Shop shop, ProductFacts product, String campaign) {
    ProductFacts.Showing showing = product.showing();
    SortedMap<String, String> card = new TreeMap<>();
    card.put("product", product.id().toString());
    card.put("title", title(showing.title()));
    card.put(
        "price",
        Formats.money(showing.price(), shop.storefront().currency(), shop.settings().language()));
    card.put("link", link(shop, showing.handle(), campaign).toString());
    showing.picture().ifPresent(picture -> card.put("picture", picture.toASCIIString()));
    return card;
  }

  /**
   * The product as it lies in a cart: in addition the {@code variant}, if it has a name, and the
   * price of that.
   */
  public static SortedMap<String, String> of(Shop shop, ProductFacts product, CartLine line) {
    SortedMap<String, String> card = of(shop, product, "cart");
    card.put(
        "price",
        Formats.money(line.price(), shop.storefront().currency(), shop.settings().language()));
    line.item().name().ifPresent(name -> card.put("variant", title(name)));
    if (card.getOrDefault("picture", "").length() > LONGEST_PICTURE) {
      card.remove("picture");
    }
    return card;
  }

  /** A product's title, cut to 40 characters. */
  public static String title(String title) {
    return Formats.cut(title, LONGEST_TITLE);
  }

  /** The products that a message shows. */
  public static List<ProductId> products(Composed frozen) {
    return frozen.items().stream()
        .map(item -> ProductId.parse(item.get("product")))
        .flatMap(Optional::stream)
        .toList();
  }

  private static URI link(Shop shop, String handle, String campaign) {
    return shop.storefront()
        .origin()
        .resolve(
            "/products/"
                + URLEncoder.encode(handle, StandardCharsets.UTF_8)
                + "?utm_source=line&utm_medium=push&utm_campaign="
                + campaign);
  }
}
