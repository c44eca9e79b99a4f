package dev.musubi.link;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record LinkConfig(
    String stack,
    String linksTable,
    String shopsTable,
    String choresQueue,
    String scheduleGroup,
    String scheduleRole,
    String scheduleDeadLetters,
    String lineAccess) {

  static LinkConfig of(Environment environment) {
    return new LinkConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("CHORES_QUEUE"),
        environment.text("SCHEDULE_GROUP"),
        environment.text("SCHEDULE_ROLE"),
        environment.text("SCHEDULE_DEAD_LETTERS"),
        environment.text("LINE_ACCESS_BASE"));
  }
}
