package dev.musubi.local.world.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** Writes one line per request: the route, never the query string, which may hold signatures. */
final class AccessLog implements AutoCloseable {
  private final PrintStream lines;

  AccessLog(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      lines =
          new PrintStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              true,
              StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException("Cannot write " + file, cause);
    }
  }

  void add(Instant at, String requestId, String route, int status, Duration took) {
    lines.println("%s %s \"%s\" %d %d ms".formatted(at, requestId, route, status, took.toMillis()));
  }

  @Override
  public void close() {
    lines.close();
  }
}
