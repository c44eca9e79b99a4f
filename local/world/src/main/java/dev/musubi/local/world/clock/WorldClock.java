package dev.musubi.local.world.clock;

import dev.musubi.local.clock.OffsetFile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The one clock of a local world: the system's plus an offset, which a file shares with the
 * functions' processes; it runs at real speed and can only be set forward once it was started.
 */
public final class WorldClock implements InstantSource {
  private static final Duration STEP = Duration.ofMillis(1);

  private final InstantSource system;
  private final OffsetFile file;

  /** From which system time on which offset was in force. */
  private final NavigableMap<Instant, Duration> offsets = new ConcurrentSkipListMap<>();

  private WorldClock(InstantSource system, OffsetFile file) {
    this.system = system;
    this.file = file;
  }

  /** The clock of a world that begins at {@code start}, before or after the system's time. */
  public static WorldClock startingAt(Instant start, InstantSource system, OffsetFile file) {
    var clock = new WorldClock(system, file);
    clock.set(start);
    return clock;
  }

  @Override
  public Instant instant() {
    return system.instant().plus(file.read());
  }

  /** What this clock showed when the system's showed {@code systemTime}. */
  public Instant at(Instant systemTime) {
    var offset = Optional.ofNullable(offsets.floorEntry(systemTime)).orElse(offsets.firstEntry());
    return systemTime.plus(offset.getValue());
  }

  /** Sets the clock forward to {@code to}, and leaves it alone when that has passed already. */
  void forwardTo(Instant to) {
    if (instant().isBefore(to)) {
      set(to);
    }
  }

  /** The file counts whole milliseconds: rounded up, so that the time set has really come. */
  private void set(Instant to) {
    var now = system.instant();
    file.write(Duration.between(now, to).plus(STEP.minusNanos(1)));
    offsets.put(now, file.read());
  }
}
