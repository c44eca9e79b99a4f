package dev.musubi.core.reminding;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import java.time.Duration;
import java.util.Optional;

/** Port: runs and how far each shard of them got, kept for 30 days after the run was due. */
public interface Runs {

  Duration KEPT = Duration.ofDays(30);

  /** Stores the run unless one of that id stands there; answers what stands there then. */
  Opened open(Run run);

  /** All shards are queued: the run need not be started again. */
  void started(RunId run);

  Optional<Run> find(RunId run);

  Progress progress(RunShard shard);

  /** Stores how far the shard got; a shard that is done stays done. */
  void checkpoint(RunShard shard, Progress progress);

  /** A run that stands, and whether its shards are known to be queued. */
  record Opened(Run run, boolean started) {}

  /**
   * How far a shard got: the last customer whose intent is queued, how many were, and whether it is
   * done; of a shard that is done no customer is kept.
   */
  record Progress(Optional<CustomerId> after, int intents, boolean done) {

    public Progress {
      after = done ? Optional.empty() : after;
      if (intents < 0) {
        throw new IllegalArgumentException("'intents' must not be negative");
      }
    }

    public static final Progress NONE = new Progress(Optional.empty(), 0, false);
  }
}
