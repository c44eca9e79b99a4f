package dev.musubi.local.shopify.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Market;
import java.math.BigDecimal;

/** Writes the fields of a payload the way Shopify writes them. */
final class Fields {
  private Fields() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Fields that Shopify always sends and that say nothing here. */
  static void nulls(ObjectNode node, String... names) {
    for (String name : names) {
      node.putNull(name);
    }
  }

  static void empties(ObjectNode node, String... names) {
    for (String name : names) {
      node.putArray(name);
    }
  }

  static void falses(ObjectNode node, String... names) {
    for (String name : names) {
      node.put(name, false);
    }
  }

  /** The amount in the shop's currency and in the buyer's, which are the same here. */
  static void moneySet(ObjectNode node, String name, BigDecimal amount, Market market) {
    ObjectNode set = node.putObject(name);
    money(set.putObject("shop_money"), amount, market);
    money(set.putObject("presentment_money"), amount, market);
  }

  /** The amount as a string under its name, and under {@code <name>_set} in both currencies. */
  static void moneyWithSet(ObjectNode node, String name, BigDecimal amount, Market market) {
    node.put(name, market.money(amount));
    moneySet(node, name + "_set", amount, market);
  }

  private static void money(ObjectNode node, BigDecimal amount, Market market) {
    node.put("amount", market.money(amount));
    node.put("currency_code", market.currency().getCurrencyCode());
  }
}
