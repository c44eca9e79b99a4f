package dev.musubi.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;

/** Global ids such as {@code gid://shopify/Order/1}. */
final class Gid {

  private Gid() {}

  static String of(String type, Object number) {
    return "gid://shopify/" + type + "/" + number;
  }

  /** The number at the end of a node's {@code id}. */
  static long number(JsonNode node) {
    String gid = node.path("id").asText();
    return Long.parseLong(gid.substring(gid.lastIndexOf('/') + 1));
  }
}
