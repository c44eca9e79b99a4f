package dev.musubi.inboundshopify;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record InboundShopifyConfig(
    String stack,
    String linksTable,
    String shoppingTable,
    String shopsTable,
    String inbox,
    String stockInbox,
    Onward onward,
    String shopifyAdmin,
    Schedules schedules) {

  /** The queues that work is handed on to. */
  record Onward(String express, String chores, String fanOut) {}

  /** Where schedules are kept, and what they need. */
  record Schedules(String group, String role, String deadLetters) {}

  static InboundShopifyConfig of(Environment environment) {
    return new InboundShopifyConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("INBOUND_SHOPIFY_QUEUE"),
        environment.text("INBOUND_STOCK_QUEUE"),
        new Onward(
            environment.text("EXPRESS_QUEUE"),
            environment.text("CHORES_QUEUE"),
            environment.text("FAN_OUT_QUEUE")),
        environment.text("SHOPIFY_ADMIN_BASE"),
        new Schedules(
            environment.text("SCHEDULE_GROUP"),
            environment.text("SCHEDULE_ROLE"),
            environment.text("SCHEDULE_DEAD_LETTERS")));
  }
}
