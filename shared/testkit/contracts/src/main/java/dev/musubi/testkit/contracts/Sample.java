package dev.musubi.testkit.contracts;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.BrowseSettings;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import dev.musubi.core.shop.WordingSettings;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.VariantId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The shops, persons and things that contracts talk about. */
final class Sample {

  static final Instant NOON = Instant.parse("2026-03-01T03:00:00Z");
  static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  static final ShopId SHOP = new ShopId("hinode");
  static final ShopId OTHER_SHOP = new ShopId("tsukiyo");
  static final CustomerId HANA = new CustomerId(7_001);
  static final CustomerId KEN = new CustomerId(7_002);
  static final LineUserId HANAS = user(1);
  static final LineUserId KENS = user(2);

  private Sample() {}

  static LineUserId user(int number) {
    return new LineUserId("U" + String.format("%032x", number));
  }

  static Shop shop(ShopId id, LocalTime at, boolean enabled) {
    Settings defaults = Settings.defaults();
    Settings settings =
        new Settings(
            defaults.timeZone(),
            WordingSettings.in(defaults.language()),
            defaults.quietHours(),
            defaults.quotaReserve(),
            defaults.contactBudget(),
            defaults.kinds().with(new BrowseSettings(enabled, at, 5, new Cap(1, 7))));
    Storefront front =
        new Storefront(
            "ひので商店",
            URI.create("https://" + id + ".example"),
            "/apps/line",
            Currency.getInstance("JPY"),
            "@" + id);
    return Shop.install(id, front, settings, NOON);
  }

  static SendIntent intent(ShopId shop, CustomerId customer, LocalDate run, Instant due) {
    return intent(shop, customer, new Subject.Viewed(run), Lane.BULK, due);
  }

  /** A turn of Hana's in the line for a product that is back since noon. */
  static SendIntent restocked(Instant due) {
    return intent(SHOP, HANA, new Subject.Restocked(new VariantId(1), NOON), Lane.EXPRESS, due);
  }

  private static SendIntent intent(
      ShopId shop, CustomerId customer, Subject subject, Lane lane, Instant due) {
    return new SendIntent(
        shop, new Addressee.Customer(customer), subject, lane, due, due.plusSeconds(64_800));
  }

  static Delivery row(SendIntent intent, Result result) {
    return new Delivery(intent, result, Optional.empty(), NOON);
  }

  static ProductViewed view(
      ShopId shop, CustomerId customer, long product, Instant at, String event) {
    return new ProductViewed(shop, customer, new ProductId(product), DAY, at, event);
  }

  static ProductFacts product(long id, String title, Instant updatedAt) {
    return new ProductFacts(
        new ProductId(id),
        new ProductFacts.Showing(
            "product-" + id, title, new BigDecimal("1234.00"), Optional.empty()),
        true,
        false,
        List.of(new ProductFacts.VariantStock(new VariantId(id * 10), true, updatedAt)),
        updatedAt,
        updatedAt);
  }
}
