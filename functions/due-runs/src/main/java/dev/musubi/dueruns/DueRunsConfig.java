package dev.musubi.dueruns;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record DueRunsConfig(String shopsTable, String runsTable, String fanOutQueue, String choresQueue) {

  static DueRunsConfig of(Environment environment) {
    return new DueRunsConfig(
        environment.text("SHOPS_TABLE"),
        environment.text("RUNS_TABLE"),
        environment.text("FAN_OUT_QUEUE"),
        environment.text("CHORES_QUEUE"));
  }
}
