package dev.musubi.local.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A standard SQS queue. */
public record Queue(
    Named named,
    URI url,
    Times times,
    Optional<Redrive> redrive,
    Optional<RedriveAllow> redriveAllow)
    implements Resource {

  /** How long a received message stays hidden, a new one waits, and any is kept. */
  public record Times(Duration visibility, Duration delay, Duration retention) {

    /** Holds the limits of SQS: 12 hours, 15 minutes, 60 seconds to 14 days. */
    public Times {
      within("visibility", visibility, Duration.ZERO, Duration.ofHours(12));
      within("delay", delay, Duration.ZERO, Duration.ofMinutes(15));
      within("retention", retention, Duration.ofSeconds(60), Duration.ofDays(14));
    }

    private static void within(String name, Duration value, Duration low, Duration high) {
      if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
        throw new IllegalArgumentException(
            "'%s' must be between %s and %s".formatted(name, low, high));
      }
    }
  }

  /** Where a message goes after {@code maxReceiveCount} receives. */
  public record Redrive(String deadLetterArn, int maxReceiveCount) {

    /** Holds the limits of SQS: 1 to 1,000 receives. */
    public Redrive {
      if (maxReceiveCount < 1 || maxReceiveCount > 1000) {
        throw new IllegalArgumentException("'maxReceiveCount' must be between 1 and 1000");
      }
    }
  }

  /** Which queues may use this one for their dead letters. */
  public record RedriveAllow(String permission, List<String> sourceArns) {

    /** Holds the three permissions that SQS knows. */
    public RedriveAllow {
      sourceArns = List.copyOf(sourceArns);
      if (!List.of("allowAll", "denyAll", "byQueue").contains(permission)) {
        throw new IllegalArgumentException(
            "'redrivePermission' must be allowAll, denyAll or byQueue");
      }
    }
  }
}
