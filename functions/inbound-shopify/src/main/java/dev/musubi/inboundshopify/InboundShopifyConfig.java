package dev.musubi.inboundshopify;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record InboundShopifyConfig(
    String stack,
    String linksTable,
    String shoppingTable,
    String shopsTable,
    String inbox,
    String choresQueue,
    String expressQueue,
    Schedules schedules) {

  /** Where schedules are kept, and what they need. */
  record Schedules(String group, String role, String deadLetters) {}

  static InboundShopifyConfig of(Environment environment) {
    return new InboundShopifyConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("INBOUND_SHOPIFY_QUEUE"),
        environment.text("CHORES_QUEUE"),
        environment.text("EXPRESS_QUEUE"),
        new Schedules(
            environment.text("SCHEDULE_GROUP"),
            environment.text("SCHEDULE_ROLE"),
            environment.text("SCHEDULE_DEAD_LETTERS")));
  }
}
