package dev.musubi.flex;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.TemplateVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sample customer's message of a kind says: with everything that the kind ever fills, or
 * with no more than it always fills.
 */
final class SampleContent {

  private static final String SHOP = "https://shop.example";
  private static final String PICTURE = SHOP + "/picture.png";

  private SampleContent() {}

  /** Every place filled, with {@code products} products where the kind repeats them. */
  static Composed full(TemplateVersion version, int products) {
    SortedMap<String, String> values = always(version);
    Language language = version.language();
    switch (version.kind()) {
      case CART, BROWSE -> {}
      case RESTOCK -> {
        values.put("picture", PICTURE);
        values.put("variant", language.of("青", "Blue"));
      }
      case ORDER -> values.put("total", language.of("¥3,240", "$32.40"));
      case SHIPPING -> {
        values.put("company", language.of("ヤマト運輸", "Yamato Transport"));
        values.put("tracking", "123456789012");
      }
    }
    return new Composed(version, values, items(version, products, true));
  }

  /** No more than the kind always fills. */
  static Composed bare(TemplateVersion version) {
    return new Composed(version, always(version), items(version, 1, false));
  }

  private static SortedMap<String, String> always(TemplateVersion version) {
    Language language = version.language();
    SortedMap<String, String> values = new TreeMap<>();
    values.put("shop", language.of("花道茶舗", "Hanamichi Tea"));
    switch (version.kind()) {
      case BROWSE -> {
        values.put("count", "1");
        values.put("first", title(language));
      }
      case CART -> {
        values.put("count", "1");
        values.put("first", title(language));
        values.put("cart", SHOP + "/cart");
      }
      case RESTOCK -> values.putAll(product(language));
      case ORDER -> {
        values.put("number", "#1001");
        values.put("status", language.of("ご入金をお待ちしています", "is waiting for your payment"));
        values.put("link", SHOP + "/orders/1");
      }
      case SHIPPING -> {
        values.put("number", "#1001");
        values.put("status", language.of("発送しました", "is on its way"));
        values.put("link", SHOP + "/orders/1");
      }
    }
    return values;
  }

  private static List<SortedMap<String, String>> items(
      TemplateVersion version, int products, boolean pictures) {
    if (version.kind() != Kind.CART && version.kind() != Kind.BROWSE) {
      return List.of();
    }
    List<SortedMap<String, String>> items = new ArrayList<>();
    for (int i = 0; i < products; i++) {
      SortedMap<String, String> product = product(version.language());
      if (pictures) {
        product.put("picture", PICTURE);
      }
      items.add(product);
    }
    return items;
  }

  private static SortedMap<String, String> product(Language language) {
    SortedMap<String, String> product = new TreeMap<>();
    product.put("product", "1");
    product.put("title", title(language));
    product.put("price", language.of("¥1,080", "$10.80"));
    product.put("link", SHOP + "/products/sencha");
    return product;
  }

  private static String title(Language language) {
    return language.of("煎茶", "Sencha");
  }
}
