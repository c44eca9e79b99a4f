package dev.musubi.core.shopping;

import dev.musubi.core.shop.Language;
import java.net.URI;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The carriers of Japan whose parcels can be followed by number alone, for where Shopify gives no
 * link.
 *
 * @see <a href="https://help.shopify.com/en/manual/fulfillment/setup/shipping-carriers">Supported
 *     shipping carriers</a>
 */
public enum Carrier {
  YAMATO(
      "ヤマト運輸",
      "Yamato Transport",
      "https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id=",
      List.of("yamato", "kuroneko", "ヤマト", "クロネコ", "宅急便")),
  SAGAWA(
      "佐川急便",
      "Sagawa Express",
      "https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo=",
      List.of("sagawa", "佐川", "飛脚")),
  JAPAN_POST(
      "日本郵便",
      "Japan Post",
      "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=",
      List.of("japan post", "japanpost", "日本郵便", "郵便局", "ゆうパック", "ゆうパケット", "レターパック"));

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{8,20}");

  private final String japanese;
  private final String english;
  private final String address;
  private final List<String> words;

  Carrier(String japanese, String english, String address, List<String> words) {
    this.japanese = japanese;
    this.english = english;
    this.address = address;
    this.words = words;
  }

  /** The carrier that a merchant's or Shopify's name for it means. */
  public static Optional<Carrier> of(String company) {
    String name = Normalizer.normalize(company, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(carrier -> carrier.words.stream().anyMatch(name::contains))
        .findFirst();
  }

  public String name(Language language) {
    return language.of(japanese, english);
  }

  /** Where a parcel of that number is followed; hyphens and spaces do not count. */
  public Optional<URI> follow(String number) {
    String digits = Normalizer.normalize(number, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    return NUMBER.matcher(digits).matches()
        ? Optional.of(URI.create(address + digits))
        : Optional.empty();
  }
}
