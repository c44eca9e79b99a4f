package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.Shop;
import java.math.BigDecimal;
import java.util.Map;

/** Amounts of money of the API. */
final class Money {
  private Money() {}

  /** A {@code Decimal} has one digit behind the point at least. */
  static Map<String, Object> v2(Market market, BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return Map.of(
        "amount", plain.setScale(Math.max(1, plain.scale())).toPlainString(),
        "currencyCode", market.currency().getCurrencyCode());
  }

  /** In the shop's currency and in the buyer's, which are the same here. */
  static Map<String, Object> bag(Shop shop, BigDecimal amount) {
    Map<String, Object> money = v2(shop.spec().market(), amount);
    return Map.of("shopMoney", money, "presentmentMoney", money);
  }
}
