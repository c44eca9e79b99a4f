package dev.musubi.flex;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.TemplateVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Content as core composes it: short, long, with and without pictures. */
final class Content {

  static final ShopId SHOP = new ShopId("hinode");

  private Content() {}

  static Composed browse(Language language, int number, int products) {
    return of(Kind.BROWSE, language, number, products);
  }

  /** Every value that any kind fills, and so many products. */
  static Composed of(Kind kind, Language language, int number, int products) {
    boolean repeats = kind == Kind.BROWSE || kind == Kind.CART;
    SortedMap<String, String> values = repeats ? new TreeMap<>() : product(1);
    values.putAll(reply());
    values.put("count", Integer.toString(products));
    values.put("first", "煎茶 1");
    values.put("cart", "https://tea.example/checkouts/ac/1/recover");
    values.put("number", "#1001");
    values.put("status", "ご入金をお待ちしています");
    values.put("total", "¥3,240");
    values.put("company", "ヤマト運輸");
    values.put("tracking", "123456789012");
    return new Composed(
        new TemplateVersion(kind, language, number),
        values,
        IntStream.rangeClosed(1, products).mapToObj(Content::product).toList());
  }

  static Composed discreet(Kind kind, Language language) {
    Composed open = of(kind, language, 1, 1);
    SortedMap<String, String> values = new TreeMap<>(open.values());
    values.put(Composed.DISCREET, "yes");
    return new Composed(open.template(), values, open.items());
  }

  /** Every second product has no picture. */
  static SortedMap<String, String> product(int number) {
    SortedMap<String, String> product = new TreeMap<>();
    product.put("product", Integer.toString(number));
    product.put("title", "煎茶 " + number);
    product.put("price", "¥1,080");
    product.put("link", "https://tea.example/products/sencha-" + number + "?utm_source=line");
    if (number % 2 == 1) {
      product.put("picture", "https://cdn.tea.example/sencha-" + number + ".png");
    }
    return product;
  }

  /** As long as core and Shopify let values become. */
  static Composed longest(Kind kind, Language language, int number) {
    SortedMap<String, String> product = new TreeMap<>();
    product.put("product", "9".repeat(18));
    product.put("title", "結".repeat(39) + "…");
    product.put("price", "¥999,999,999");
    product.put("link", "https://tea.example/products/" + "%E7%B5%90".repeat(90));
    product.put("picture", "https://cdn.tea.example/" + "p".repeat(500) + ".png");
    SortedMap<String, String> values = new TreeMap<>(product);
    for (String name : List.of("shop", "first", "company", "tracking", "number")) {
      values.put(name, "結".repeat(40));
    }
    values.put("count", "10");
    values.put("total", "¥999,999,999");
    values.put("status", "結".repeat(200));
    values.put("cart", "https://tea.example/" + "c".repeat(400));
    return new Composed(
        new TemplateVersion(kind, language, number), values, Collections.nCopies(10, product));
  }

  static SortedMap<String, String> reply() {
    return new TreeMap<>(
        Map.of("shop", "花道茶舗", "url", "https://tea.example/apps/line/link?linkToken=made-up"));
  }
}
