package dev.musubi.local.shopify.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Who carries a parcel and how to follow it. Shopify makes the address for carriers that it knows,
 * and none for others.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/admin-graphql/2026-10/objects/FulfillmentTrackingInfo">Shopify:
 *     tracking companies</a>
 */
public record Tracking(String company, Optional<String> number, Optional<String> url) {
  private static final List<Carrier> CARRIERS =
      List.of(
          new Carrier(
              "yamato",
              "Yamato",
              "https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id="),
          new Carrier(
              "sagawa", "Sagawa", "https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo="),
          new Carrier(
              "japan-post",
              "Japan Post",
              "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1="));
  private static final Carrier UPS =
      new Carrier("ups", "UPS", "https://www.ups.com/WebTracking?loc=en_US&trackNums=");

  private record Carrier(String label, String name, String address) {}

  /** With a carrier's short name, or any company's own. */
  public static Tracking by(Market market, String company, Optional<String> number) {
    if (company.equals(UPS.label())) {
      return new Tracking(UPS.name(), number, url(UPS, number));
    }
    return CARRIERS.stream()
        .filter(carrier -> carrier.label().equals(company))
        .findFirst()
        .map(c -> new Tracking(c.name() + language(market), number, url(c, number)))
        .orElseGet(() -> new Tracking(company, number, Optional.empty()));
  }

  /** What the shop usually takes. */
  public static String usualCompany(Market market) {
    return market.japanese() ? CARRIERS.getFirst().label() : UPS.label();
  }

  private static String language(Market market) {
    return market.japanese() ? " (JA)" : " (EN)";
  }

  private static Optional<String> url(Carrier carrier, Optional<String> number) {
    return number.map(n -> carrier.address() + URLEncoder.encode(n, StandardCharsets.UTF_8));
  }
}
