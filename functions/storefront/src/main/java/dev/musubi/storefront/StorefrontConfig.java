package dev.musubi.storefront;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record StorefrontConfig(
    String stack, String linksTable, String recipientsTable, String shopsTable) {

  static StorefrontConfig of(Environment environment) {
    return new StorefrontConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("RECIPIENTS_TABLE"),
        environment.text("SHOPS_TABLE"));
  }
}
