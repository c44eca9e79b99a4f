package dev.musubi.chores;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record ChoresConfig(
    String stack,
    String linksTable,
    String recipientsTable,
    String shoppingTable,
    String deliveriesTable,
    String shopsTable,
    String runsTable,
    String inbox,
    String scheduleGroup,
    String scheduleRole,
    String scheduleDeadLetters,
    String lineApi,
    String lineData,
    String shopifyAdmin) {

  static ChoresConfig of(Environment environment) {
    return new ChoresConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("RECIPIENTS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("DELIVERIES_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("RUNS_TABLE"),
        environment.text("CHORES_QUEUE"),
        environment.text("SCHEDULE_GROUP"),
        environment.text("SCHEDULE_ROLE"),
        environment.text("SCHEDULE_DEAD_LETTERS"),
        environment.text("LINE_API_BASE"),
        environment.text("LINE_DATA_BASE"),
        environment.text("SHOPIFY_ADMIN_BASE"));
  }
}
