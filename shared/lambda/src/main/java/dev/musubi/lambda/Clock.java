package dev.musubi.lambda;

import java.time.InstantSource;
import java.util.ServiceLoader;

/**
 * Where a function's time comes from: a provider of {@link InstantSource} on the class path, as the
 * local world has one, else the machine.
 */
public final class Clock {

  private Clock() {}

  public static InstantSource find() {
    return ServiceLoader.load(InstantSource.class).findFirst().orElseGet(InstantSource::system);
  }
}
