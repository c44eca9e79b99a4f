package dev.musubi.inboundshopify;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record InboundShopifyConfig(
    String stack,
    String linksTable,
    String shoppingTable,
    String shopsTable,
    String inbox,
    String expressQueue,
    String choresQueue,
    String shopifyAdmin) {

  static InboundShopifyConfig of(Environment environment) {
    return new InboundShopifyConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("INBOUND_SHOPIFY_QUEUE"),
        environment.text("EXPRESS_QUEUE"),
        environment.text("CHORES_QUEUE"),
        environment.text("SHOPIFY_ADMIN_BASE"));
  }
}
