package dev.musubi.storefront;

import dev.musubi.lambda.Environment;

/** What the template tells this function: its stack, whose secrets it reads. */
record StorefrontConfig(String stack) {

  static StorefrontConfig of(Environment environment) {
    return new StorefrontConfig(environment.text("MUSUBI_STACK"));
  }
}
