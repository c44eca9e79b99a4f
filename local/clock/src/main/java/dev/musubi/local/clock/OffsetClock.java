package dev.musubi.local.clock;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The time of the local world inside a function's process: the system's clock plus the offset in
 * the file that {@code MUSUBI_CLOCK_FILE} names, and the system's clock alone where the variable is
 * not set.
 *
 * <p>It is found by {@link java.util.ServiceLoader} as an {@link InstantSource}, so that the same
 * handler follows the system's clock where this provider is not on the class path.
 */
public final class OffsetClock implements InstantSource {
  /** The environment variable that names the offset file. */
  public static final String VARIABLE = "MUSUBI_CLOCK_FILE";

  private final InstantSource system;
  private final Supplier<Duration> offset;

  /** For the service loader: the file is the one of the environment. */
  public OffsetClock() {
    this(InstantSource.system(), fromEnvironment());
  }

  OffsetClock(InstantSource system, Supplier<Duration> offset) {
    this.system = system;
    this.offset = offset;
  }

  private static Supplier<Duration> fromEnvironment() {
    return Optional.ofNullable(System.getenv(VARIABLE))
        .map(Path::of)
        .map(OffsetFile::readable)
        .<Supplier<Duration>>map(file -> file::read)
        .orElse(() -> Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return system.instant().plus(offset.get());
  }
}
