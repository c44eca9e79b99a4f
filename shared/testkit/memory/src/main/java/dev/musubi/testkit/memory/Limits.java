package dev.musubi.testkit.memory;

import java.util.Collection;

/** The batch size that ports allow. */
final class Limits {

  private Limits() {}

  static void atMost100(Collection<?> batch) {
    if (batch.size() > 100) {
      throw new IllegalArgumentException("at most 100 at a time");
    }
  }
}
