package dev.musubi.testkit.contracts.architecture.fine;

import java.io.IOException;
import java.io.InputStream;

/** Catches nothing but what the compiler catches for it: a resource, and a record pattern. */
public final class Closing {

  private Closing() {}

  public record Pair(Object first, Object second) {}

  public static int read(InputStream first, InputStream second) throws IOException {
    try (first;
        second) {
      return first.read() + second.read();
    }
  }

  public static Object second(Object of) {
    return of instanceof Pair(Object first, Object second) ? second : of;
  }
}
