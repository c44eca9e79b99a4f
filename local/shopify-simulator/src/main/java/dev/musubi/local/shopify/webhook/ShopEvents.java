package dev.musubi.local.shopify.webhook;

import static dev.musubi.local.shopify.webhook.Fields.falses;
import static dev.musubi.local.shopify.webhook.Fields.nulls;
import static dev.musubi.local.shopify.webhook.Fields.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.ShopSpec;
import java.util.List;

/** What subscribers are told of the shop itself. */
public final class ShopEvents {
  private ShopEvents() {}

  /** The request to forget everything about a shop. */
  public static Event redact(ShopSpec shop) {
    ObjectNode payload = object().put("shop_id", shop.number()).put("shop_domain", shop.domain());
    return new Event("shop/redact", payload, List.of());
  }

  /**
   * The shop as an app that was uninstalled sees it: without its domain, which only the header has.
   *
   * @see <a href="https://shopify.dev/docs/api/webhooks?reference=toml">Shopify: webhook topics</a>
   */
  public static Event uninstalled(ShopSpec shop) {
    Market market = shop.market();
    String currency = market.currency().getCurrencyCode();
    ObjectNode payload = object().put("id", shop.number()).put("name", shop.name());
    payload.put("email", "shop@example.com").put("customer_email", "shop@example.com");
    payload.put("primary_locale", market.locale()).put("currency", currency);
    payload.put("country", market.japanese() ? "JP" : "US");
    payload.put("country_code", market.japanese() ? "JP" : "US");
    payload.put("country_name", market.japanese() ? "Japan" : "United States");
    payload.put("timezone", market.timeZone().getId()).put("shop_owner", shop.name());
    for (String format : List.of("money", "money_with_currency")) {
      payload.put(format + "_format", "{{amount}}");
    }
    for (String format : List.of("money", "money_with_currency")) {
      payload.put(format + "_in_emails_format", "{{amount}}");
    }
    payload.put("weight_unit", "kg").put("plan_display_name", "Basic").put("plan_name", "basic");
    payload.put("primary_location_id", shop.number() + 1);
    payload.putArray("enabled_presentment_currencies").add(currency);
    nulls(payload, "domain", "myshopify_domain", "province", "province_code", "address1");
    nulls(payload, "address2", "zip", "city", "source", "phone", "latitude", "longitude");
    nulls(payload, "created_at", "updated_at", "iana_timezone", "taxes_included", "tax_shipping");
    nulls(payload, "auto_configure_tax_inclusivity", "county_taxes", "google_apps_domain");
    nulls(payload, "google_apps_login_enabled", "password_enabled");
    falses(payload, "has_discounts", "has_gift_cards", "requires_extra_payments_agreement");
    falses(payload, "finances", "checkout_api_supported", "multi_location_enabled");
    falses(payload, "setup_required", "pre_launch_enabled", "transactional_sms_disabled");
    falses(payload, "marketing_sms_consent_enabled_at_checkout");
    payload.put("has_storefront", true).put("eligible_for_payments", true);
    return new Event("app/uninstalled", payload, List.of());
  }
}
