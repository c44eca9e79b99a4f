package dev.musubi.local.world.cloud;

import dev.musubi.local.world.clock.Agenda;
import dev.musubi.local.world.frontdoor.LocalDynamoDb;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Deletes expired items once a day of the world's clock; DynamoDB itself takes days about it. */
final class Expiry implements Agenda {
  private static final String NAME = "deletion of expired items";

  private final LocalDynamoDb tables;
  private Instant next;

  Expiry(LocalDynamoDb tables, Instant now) {
    this.tables = tables;
    this.next = midnightAfter(now);
  }

  private static Instant midnightAfter(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
  }

  @Override
  public synchronized Optional<Due> next() {
    return Optional.of(new Due(next, NAME));
  }

  @Override
  public synchronized List<Fired> fire(Instant now) {
    if (next.isAfter(now)) {
      return List.of();
    }
    Instant due = next;
    next = midnightAfter(now);
    tables.purgeExpired(now);
    return List.of(new Fired(due, NAME, "dynamodb"));
  }
}
