package dev.musubi.local.simulation.world;

import dev.musubi.core.people.LineUserId;
import dev.musubi.local.simulation.plan.Act;

/** Between the numbers of the plan and the identities that the product knows. */
final class Numbers {

  private Numbers() {}

  static LineUserId user(int account) {
    return new LineUserId("U%032x".formatted(account));
  }

  static int account(LineUserId user) {
    return Integer.parseInt(user.value().substring(1), 16);
  }

  static int shop(String handle) {
    return handle.charAt(handle.length() - 1) - 'a';
  }

  /** The order that an act makes: the number in the act's name. */
  static int order(Act act) {
    return Integer.parseInt(act.id().substring(act.id().lastIndexOf('-') + 1));
  }

  /** Of an addressee's key. */
  static int customer(String key) {
    return Integer.parseInt(key.substring(key.indexOf(':') + 1));
  }
}
