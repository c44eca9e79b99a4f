package dev.musubi.core.wording;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.ProductFacts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Composes {@link Kind#BROWSE}: what the customer looked at, one card a product, links straight to
 * the shop.
 */
public final class BrowseComposer {

  private static final int LONGEST_TITLE = 40;

  private final Renderer renderer;

  public BrowseComposer(Renderer renderer) {
    this.renderer = renderer;
  }

  public Composed compose(Shop shop, LocalDate run, List<ProductFacts> products) {
    Language language = shop.settings().language();
    SortedMap<String, String> values = new TreeMap<>();
    values.put("shop", Formats.cut(shop.storefront().name(), LONGEST_TITLE));
    values.put("count", Integer.toString(products.size()));
    values.put("first", Formats.cut(products.getFirst().showing().title(), LONGEST_TITLE));
    return new Composed(
        renderer.newest(Kind.BROWSE, language),
        values,
        products.stream().map(product -> card(shop, run, product)).toList());
  }

  private static SortedMap<String, String> card(Shop shop, LocalDate run, ProductFacts product) {
    ProductFacts.Showing showing = product.showing();
    SortedMap<String, String> card = new TreeMap<>();
    card.put("product", product.id().toString());
    card.put("title", Formats.cut(showing.title(), LONGEST_TITLE));
    card.put(
        "price",
        Formats.money(showing.price(), shop.storefront().currency(), shop.settings().language()));
    card.put("link", link(shop, run, showing.handle()).toString());
    showing.picture().ifPresent(picture -> card.put("picture", picture.toASCIIString()));
    return card;
  }

  private static URI link(Shop shop, LocalDate run, String handle) {
    return shop.storefront()
        .origin()
        .resolve(
            "/products/"
                + URLEncoder.encode(handle, StandardCharsets.UTF_8)
                + "?utm_source=line&utm_medium=push&utm_campaign=browse-"
                + run);
  }
}
