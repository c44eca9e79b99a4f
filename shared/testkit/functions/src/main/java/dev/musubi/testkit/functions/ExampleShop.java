package dev.musubi.testkit.functions;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.shop.BrowseSettings;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import dev.musubi.core.shop.WordingSettings;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * A made-up shop with its secrets; the files under {@code events} are of {@link #HANAMICHI} and
 * {@link #KYOTO}, which have a customer of the same number and a friend of the same id.
 */
public record ExampleShop(ShopId id, Secrets secrets, Shop shop) {

  public static final Instant INSTALLED = Instant.parse("2026-01-10T00:00:00Z");
  public static final CustomerId CUSTOMER = new CustomerId(6_700_000_000_001L);
  public static final LineUserId HANA = new LineUserId("U0123456789abcdef0123456789abcdef");
  public static final LineUserId KEN = new LineUserId("Ufedcba9876543210fedcba9876543210");

  /** In Tokyo, in Japanese. */
  public static final ExampleShop HANAMICHI =
      of(
          new Storefront(
              "花道茶舗",
              URI.create("https://hanamichi-tea.myshopify.com"),
              "/apps/line",
              Currency.getInstance("JPY"),
              "@hanamichi"),
          secrets("00112233445566778899aabbccddeeff", "0", "hanamichi-hush"),
          ZoneId.of("Asia/Tokyo"),
          Language.JA);

  /** In New York, in English. */
  public static final ExampleShop KYOTO =
      of(
          new Storefront(
              "Kyoto Tea",
              URI.create("https://kyoto-tea.myshopify.com"),
              "/apps/line",
              Currency.getInstance("USD"),
              "@kyoto"),
          secrets("ffeeddccbbaa99887766554433221100", "1", "hush"),
          ZoneId.of("America/New_York"),
          Language.EN);

  private static Secrets secrets(String channelSecret, String digit, String clientSecret) {
    return new Secrets(
        new Secrets.Line(
            "200000000" + digit, List.of(new Secret(channelSecret)), "U" + "d".repeat(31) + digit),
        new Secrets.Shopify("client-" + digit, List.of(new Secret(clientSecret))));
  }

  private static ExampleShop of(
      Storefront storefront, Secrets secrets, ZoneId zone, Language language) {
    Settings defaults = Settings.defaults();
    Settings settings =
        new Settings(
            zone,
            WordingSettings.in(language),
            defaults.quietHours(),
            0,
            defaults.contactBudget(),
            defaults.kinds().with(new BrowseSettings(true, LocalTime.of(18, 0), 5, new Cap(1, 7))));
    ShopId id = ShopId.ofDomain(storefront.origin().getHost()).orElseThrow();
    return new ExampleShop(id, secrets, Shop.install(id, storefront, settings, INSTALLED));
  }

  public Secret channelSecret() {
    return secrets.line().channelSecrets().getFirst();
  }

  public Secret clientSecret() {
    return secrets.shopify().clientSecrets().getFirst();
  }

  /** The same shop's secrets in the midst of a rotation: a new one first, the former one second. */
  public Secrets rotated(String channelSecret, String clientSecret) {
    return new Secrets(
        new Secrets.Line(
            secrets.line().channelId(),
            List.of(new Secret(channelSecret), channelSecret()),
            secrets.line().destination()),
        new Secrets.Shopify(
            secrets.shopify().clientId(), List.of(new Secret(clientSecret), clientSecret())));
  }
}
