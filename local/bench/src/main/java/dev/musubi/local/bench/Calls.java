package dev.musubi.local.bench;

import dev.musubi.local.world.CallsByKind;

/**
 * AWS calls and DynamoDB's units of a message of each kind: what {@code docs/cost.md} is made of.
 */
final class Calls implements Measurement {
  public static void main(String[] arguments) {
    new Calls().measure();
  }

  @Override
  public void measure() {
    try (Site site = Site.on(Site.project())) {
      new CallsByKind(site.caller()).measure();
    }
  }
}
