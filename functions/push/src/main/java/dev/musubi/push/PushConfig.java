package dev.musubi.push;

import dev.musubi.lambda.Environment;

/**
 * What the template tells this function; {@code pace} is pushes per second and channel of one
 * environment.
 */
record PushConfig(
    String stack,
    String linksTable,
    String recipientsTable,
    String shoppingTable,
    String deliveriesTable,
    String shopsTable,
    String expressQueue,
    String bulkQueue,
    String unknownQueue,
    String scheduleGroup,
    String scheduleRole,
    String scheduleDeadLetters,
    String lineApi,
    String lineData,
    int pace) {

  static PushConfig of(Environment environment) {
    return new PushConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("RECIPIENTS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("DELIVERIES_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("EXPRESS_QUEUE"),
        environment.text("BULK_QUEUE"),
        environment.text("UNKNOWN_QUEUE"),
        environment.text("SCHEDULE_GROUP"),
        environment.text("SCHEDULE_ROLE"),
        environment.text("SCHEDULE_DEAD_LETTERS"),
        environment.text("LINE_API_BASE"),
        environment.text("LINE_DATA_BASE"),
        environment.count("PUSHES_PER_SECOND"));
  }
}
