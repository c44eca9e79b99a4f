package dev.musubi.chores;

import dev.musubi.lambda.Environment;

/** What the template tells this function; {@code api} is where Shopify sends webhooks. */
record ChoresConfig(
    String stack,
    String linksTable,
    String recipientsTable,
    String shoppingTable,
    String deliveriesTable,
    String shopsTable,
    String inbox,
    String shopifyInbox,
    String scheduleGroup,
    String scheduleRole,
    String scheduleDeadLetters,
    String api,
    String lineApi,
    String lineData,
    String shopifyAdmin) {

  private static final String NO_DOMAIN = "-";

  static ChoresConfig of(Environment environment) {
    return new ChoresConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("LINKS_TABLE"),
        environment.text("RECIPIENTS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("DELIVERIES_TABLE"),
        environment.text("SHOPS_TABLE"),
        environment.text("CHORES_QUEUE"),
        environment.text("INBOUND_SHOPIFY_QUEUE"),
        environment.text("SCHEDULE_GROUP"),
        environment.text("SCHEDULE_ROLE"),
        environment.text("SCHEDULE_DEAD_LETTERS"),
        address(environment.text("API_BASE"), environment.text("API_ADDRESS")),
        environment.text("LINE_API_BASE"),
        environment.text("LINE_DATA_BASE"),
        environment.text("SHOPIFY_ADMIN_BASE"));
  }

  /** The API's own address, unless it has a domain of its own. */
  private static String address(String domain, String own) {
    return domain.equals(NO_DOMAIN) ? own : domain;
  }
}
