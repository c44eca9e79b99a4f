package dev.musubi.wording;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record WordingConfig(
    String stack, String shopsTable, String linksTable, String lineApi, String lineData) {

  static WordingConfig of(Environment environment) {
    return new WordingConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("SHOPS_TABLE"),
        environment.text("LINKS_TABLE"),
        environment.text("LINE_API_BASE"),
        environment.text("LINE_DATA_BASE"));
  }
}
