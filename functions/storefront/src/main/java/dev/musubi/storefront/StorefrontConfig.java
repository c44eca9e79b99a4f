package dev.musubi.storefront;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record StorefrontConfig(
    String stack,
    String linksTable,
    String recipientsTable,
    String shoppingTable,
    String deliveriesTable,
    String shopsTable,
    String shopifyAdmin) {

  static StorefrontConfig of(Environment environment) {
    return new StorefrontConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("RECIPIENTS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("DELIVERIES_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("SHOPIFY_ADMIN_BASE"));
  }
}
