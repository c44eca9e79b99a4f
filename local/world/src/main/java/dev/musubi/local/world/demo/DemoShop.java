package dev.musubi.local.world.demo;

import dev.musubi.local.shopify.shop.ProductSpec;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A shop of the demo: what a merchant would have entered. */
public record DemoShop(
    String handle,
    String name,
    String lineBasicId,
    Currency currency,
    ZoneId zone,
    String language,
    List<ProductSpec> products) {
  private static final int STOCK = 40;
  private static final List<String> ZONES =
      List.of(
          "Asia/Tokyo", "Europe/Berlin", "Pacific/Honolulu", "America/New_York", "Europe/London");

  /** The path of the app proxy on the shop's own domain. */
  public static final String PROXY_PATH = "/apps/line";

  public DemoShop {
    products = List.copyOf(products);
  }

  /**
   * The demo's shops: a tea shop in Japan, a bookshop in Berlin, and so many more, up to nine, in
   * zones around the world.
   */
  public static List<DemoShop> all(int more) {
    return Stream.concat(
            Stream.of(hinodeTea(), harborBooks()),
            IntStream.rangeClosed(1, more).mapToObj(DemoShop::further))
        .toList();
  }

  private static DemoShop further(int number) {
    return new DemoShop(
        "shop-" + number,
        "Shop " + number,
        "@shop-" + number,
        Currency.getInstance("JPY"),
        ZoneId.of(ZONES.get((number - 1) % ZONES.size())),
        number % 2 == 1 ? "ja" : "en",
        IntStream.rangeClosed(1, 9)
            .mapToObj(n -> product(10_000 + 10 * number + n, "p" + n, "Item " + n, "Goods", "100"))
            .toList());
  }

  private static DemoShop hinodeTea() {
    return new DemoShop(
        "hinode-tea",
        "日の出茶舗",
        "@hinode-tea",
        Currency.getInstance("JPY"),
        ZoneId.of("Asia/Tokyo"),
        "ja",
        List.of(
            product(8101, "sencha-asagiri", "煎茶 朝霧", "緑茶", "1980"),
            product(8102, "gyokuro-shizuku", "玉露 しずく", "緑茶", "4320"),
            product(8103, "hojicha-komorebi", "ほうじ茶 木漏れ日", "ほうじ茶", "1296"),
            product(8104, "matcha-miyabi", "抹茶 雅", "抹茶", "2700"),
            product(8105, "genmaicha-inaho", "玄米茶 稲穂", "玄米茶", "1080"),
            product(8106, "wakocha-akane", "和紅茶 茜", "紅茶", "1620"),
            product(8107, "kyusu-tokoname", "常滑焼 急須", "茶器", "6600"),
            product(8108, "yunomi-ai", "湯のみ 藍", "茶器", "2200"),
            product(8109, "chasen-takayama", "高山茶筅", "茶器", "3850")));
  }

  private static DemoShop harborBooks() {
    return new DemoShop(
        "harbor-books",
        "Harbor Books",
        "@harbor-books",
        Currency.getInstance("EUR"),
        ZoneId.of("Europe/Berlin"),
        "en",
        List.of(
            product(9101, "the-quiet-tide", "The Quiet Tide", "Fiction", "18.90"),
            product(9102, "lighthouse-keepers", "Lighthouse Keepers", "Fiction", "14.50"),
            product(9103, "atlas-of-small-islands", "Atlas of Small Islands", "Travel", "39.00"),
            product(9104, "knots-and-ropes", "Knots and Ropes", "Crafts", "12.00"),
            product(9105, "baltic-kitchen", "Baltic Kitchen", "Cooking", "27.90"),
            product(9106, "letters-from-the-pier", "Letters from the Pier", "Poetry", "9.90"),
            product(9107, "sailing-by-stars", "Sailing by Stars", "Science", "22.00"),
            product(9108, "harbour-cats", "Harbour Cats", "Children", "11.50"),
            product(9109, "notebook-seagrass", "Notebook Seagrass", "Stationery", "6.40")));
  }

  private static ProductSpec product(
      long number, String handle, String title, String type, String price) {
    long id = 7_000_000_000_000L + number;
    return ProductSpec.of(id, handle, title, type, new BigDecimal(price), STOCK);
  }

  /** Whether LINE lets the shop send by phone number: accounts of Japan, Thailand, Taiwan only. */
  boolean notifies() {
    return language.equals("ja");
  }

  /** The address that shoppers know. */
  public String origin() {
    return "https://" + handle + ".myshopify.com";
  }

  /** What the product is told when the shop is registered. */
  Map<String, Object> storefront() {
    Map<String, Object> storefront = new TreeMap<>();
    storefront.put("name", name);
    storefront.put("origin", origin());
    storefront.put("proxyPath", PROXY_PATH);
    storefront.put("currency", currency.getCurrencyCode());
    storefront.put("lineBasicId", lineBasicId);
    return storefront;
  }

  /** What the merchant chose: yesterday's views at 18:00. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("timeZone", zone.getId());
    settings.put("language", language);
    settings.put("kinds", Map.of("BROWSE", Map.of("enabled", true, "at", "18:00")));
    return settings;
  }
}
