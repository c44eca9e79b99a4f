package dev.musubi.fanout;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record FanOutConfig(
    String stack,
    String linksTable,
    String recipientsTable,
    String shoppingTable,
    String deliveriesTable,
    String runsTable,
    String shopsTable,
    String expressQueue,
    String bulkQueue,
    String inbox,
    String scheduleGroup,
    String scheduleRole,
    String scheduleDeadLetters,
    String shopifyAdmin) {

  static FanOutConfig of(Environment environment) {
    return new FanOutConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("RECIPIENTS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("DELIVERIES_TABLE"),
        environment.text("RUNS_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("EXPRESS_QUEUE"),
        environment.text("BULK_QUEUE"),
        environment.text("FAN_OUT_QUEUE"),
        environment.text("SCHEDULE_GROUP"),
        environment.text("SCHEDULE_ROLE"),
        environment.text("SCHEDULE_DEAD_LETTERS"),
        environment.text("SHOPIFY_ADMIN_BASE"));
  }
}
