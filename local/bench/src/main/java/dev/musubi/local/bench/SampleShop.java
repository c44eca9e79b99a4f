package dev.musubi.local.bench;

import dev.musubi.core.shop.BrowseSettings;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import dev.musubi.core.shop.WordingSettings;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;

/** A shop in Tokyo that sends yesterday's views at 18:00. */
final class SampleShop {
  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private SampleShop() {}

  static Shop of(ShopId id) {
    Settings defaults = Settings.defaults();
    return Shop.install(
        id,
        new Storefront(
            "日の出茶舗",
            URI.create("https://" + id.domain()),
            "/apps/line",
            Currency.getInstance("JPY"),
            "@" + id.handle()),
        new Settings(
            TOKYO,
            WordingSettings.in(Language.JA),
            defaults.quietHours(),
            0,
            defaults.contactBudget(),
            defaults.kinds().with(new BrowseSettings(true, LocalTime.of(18, 0), 5, new Cap(1, 7)))),
        Site.BEGIN);
  }
}
