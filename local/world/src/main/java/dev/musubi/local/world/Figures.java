package dev.musubi.local.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Measures a world of its own: time to ready, AWS calls per message of each kind, how long an
 * answer takes beside something large, and the memory of each function's processes.
 */
public final class Figures {

  private Figures() {}

  /** Takes no arguments and prints to stdout. */
  public static void main(String[] arguments) {
    InstantSource system = InstantSource.system();
    Map<String, String> chosen =
        Map.of("MUSUBI_PORT", "0", "MUSUBI_CLOCK", "2026-03-10T12:00:00+09:00");
    Instant begun = system.instant();
    try (World world = World.start(Options.of(chosen, Path.of("")), system, told -> {})) {
      Duration start = Duration.between(begun, system.instant());
      System.out.printf("%7.1f s   from the start of the world to ready%n", start.toMillis() / 1e3);
      Caller caller = new Caller(world.address());
      new CallsByKind(caller).measure();
      new Delays(caller, system).measure();
      memory(caller.read("/local/world"));
    }
  }

  private static void memory(JsonNode world) {
    for (JsonNode function : world.path("functions")) {
      System.out.printf(
          "%7d MB  resident, all processes of %s%n",
          function.path("residentBytes").asLong() >> 20, function.path("name").asText());
    }
  }
}
