package dev.musubi.beacon;

import dev.musubi.lambda.Environment;

/** What the template tells this function. */
record BeaconConfig(String stack, String shopsTable, String shoppingTable) {

  static BeaconConfig of(Environment environment) {
    return new BeaconConfig(
        environment.text("MUSUBI_STACK"),
        environment.text("SHOPS_TABLE"),
        environment.text("SHOPPING_TABLE"));
  }
}
