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
    String choresQueue,
    String fanOutQueue,
    String scheduleGroup,
    String scheduleRole,
    String scheduleDeadLetters) {

  static InboundShopifyConfig of(Environment environment) {
    return new InboundShopifyConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("INBOUND_SHOPIFY_QUEUE"),
        environment.text("INBOUND_STOCK_QUEUE"),
        environment.text("CHORES_QUEUE"),
        environment.text("FAN_OUT_QUEUE"),
        environment.text("SCHEDULE_GROUP"),
        environment.text("SCHEDULE_ROLE"),
        environment.text("SCHEDULE_DEAD_LETTERS"));
  }
}
