package dev.musubi.local.shopify.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Writes JSON with Shopify's escapes: {@code /} as {@code \/}, ampersands and angle brackets by
 * their code, everything else as it is. Whoever serialises a body again breaks its signature.
 */
public final class ShopifyJson {
  private ShopifyJson() {}

  /** None of the four characters occurs outside of strings, where escapes mean what they say. */
  public static String write(JsonNode node) {
    return node.toString()
        .replace("/", "\\/")
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e");
  }
}
