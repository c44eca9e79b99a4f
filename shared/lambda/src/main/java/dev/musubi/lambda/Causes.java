package dev.musubi.lambda;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An exception as a log may show it: its class, its causes' classes and where each was thrown,
 * without any message, because messages quote what was read.
 */
final class Causes {

  private static final int MOST = 4;

  private Causes() {}

  static String text(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .limit(MOST)
        .map(Causes::one)
        .collect(Collectors.joining(" < "));
  }

  private static String one(Throwable thrown) {
    return thrown.getClass().getName()
        + Arrays.stream(thrown.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.musubi."))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
  }
}
