package dev.musubi.settings;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record SettingsConfig(
    String shopsTable,
    String linksTable,
    String shoppingTable,
    String deliveriesTable,
    String choresQueue) {

  static SettingsConfig of(Environment environment) {
    return new SettingsConfig(
        environment.text("SHOPS_TABLE"),
        environment.text("LINKS_TABLE"),
        environment.text("SHOPPING_TABLE"),
        environment.text("DELIVERIES_TABLE"),
        environment.text("CHORES_QUEUE"));
  }
}
