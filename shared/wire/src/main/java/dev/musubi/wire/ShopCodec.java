package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.RunDates;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shop.Storefront;
import dev.musubi.core.shop.Version;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/** {@link Shop} as it is stored, with its settings, standing and run dates. */
public final class ShopCodec implements Codec<Shop> {

  private final SettingsCodec settings = new SettingsCodec();

  @Override
  public ObjectNode tree(Shop shop) {
    ObjectNode tree = Json.object().put("shop", shop.id().handle());
    tree.putObject("storefront")
        .put("name", shop.storefront().name())
        .put("origin", shop.storefront().origin().toString())
        .put("proxyPath", shop.storefront().proxyPath())
        .put("currency", shop.storefront().currency().getCurrencyCode())
        .put("lineBasicId", shop.storefront().lineBasicId());
    tree.set("settings", settings.tree(shop.settings()));
    tree.set("standing", tree(shop.standing()));
    tree.put("installedAt", shop.installedAt().toString());
    ObjectNode runs = tree.putObject("runs");
    shop.runs().last().ifPresent(date -> runs.put("last", date.toString()));
    shop.runs().next().ifPresent(date -> runs.put("next", date.toString()));
    shop.runs().checkUp().ifPresent(date -> runs.put("checkUp", date.toString()));
    return tree.put("version", shop.version().number());
  }

  private static ObjectNode tree(Standing standing) {
    return switch (standing) {
      case Standing.Active() -> Json.object().put("state", "active");
      case Standing.Paused(Instant until) ->
          Json.object().put("state", "paused").put("until", until.toString());
      case Standing.Uninstalled(Instant at) ->
          Json.object().put("state", "uninstalled").put("at", at.toString());
    };
  }

  @Override
  public Shop value(Fields fields) {
    Fields runs = fields.object("runs");
    return new Shop(
        fields.parsed("shop", "a shop", ShopId::new),
        storefront(fields.object("storefront")),
        settings.value(fields.object("settings")),
        standing(fields.object("standing")),
        fields.instant("installedAt"),
        new RunDates(
            runs.maybe("last", "a date", LocalDate::parse),
            runs.maybe("next", "a date", LocalDate::parse),
            runs.maybe("checkUp", "a date", LocalDate::parse)),
        new Version(fields.number("version")));
  }

  private static Storefront storefront(Fields fields) {
    return new Storefront(
        fields.text("name"),
        fields.parsed("origin", "a URI", URI::create),
        fields.text("proxyPath"),
        fields.parsed("currency", "a currency", Currency::getInstance),
        fields.text("lineBasicId"));
  }

  private static Standing standing(Fields fields) {
    return switch (fields.text("state")) {
      case "active" -> new Standing.Active();
      case "paused" -> new Standing.Paused(fields.instant("until"));
      case "uninstalled" -> new Standing.Uninstalled(fields.instant("at"));
      default -> throw fields.wrong("state", "a known state");
    };
  }
}
