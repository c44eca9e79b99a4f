package dev.musubi.inboundline;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record InboundLineConfig(
    String stack,
    String linksTable,
    String recipientsTable,
    String deliveriesTable,
    String shopsTable,
    String inbox,
    String choresQueue,
    String scheduleGroup,
    String scheduleRole,
    String scheduleDeadLetters,
    String lineApi,
    String lineData) {

  static InboundLineConfig of(Environment environment) {
    return new InboundLineConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("RECIPIENTS_TABLE"),
        environment.text("DELIVERIES_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("INBOUND_LINE_QUEUE"),
        environment.text("CHORES_QUEUE"),
        environment.text("SCHEDULE_GROUP"),
        environment.text("SCHEDULE_ROLE"),
        environment.text("SCHEDULE_DEAD_LETTERS"),
        environment.text("LINE_API_BASE"),
        environment.text("LINE_DATA_BASE"));
  }
}
