package dev.musubi.testkit.contracts.architecture.broken.aws.dynamodb;

import dev.musubi.testkit.contracts.architecture.broken.core.people.Diary;
import java.time.Instant;
import java.util.List;

/** Reads the clock, and catches whatever comes. */
public final class DynamoDiary implements Diary {

  @Override
  public List<Entry> entries() {
    try {
      return Instant.now().isAfter(Instant.EPOCH) ? List.of() : null;
    } catch (Throwable everything) {
      return List.of();
    }
  }
}
