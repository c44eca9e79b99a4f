package dev.musubi.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.world.Caller;
import dev.musubi.local.world.Options;
import dev.musubi.local.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A world of its own for one measurement, at noon of a Tuesday in Tokyo. */
final class Site implements AutoCloseable {
  static final Instant BEGIN = Instant.parse("2026-03-10T03:00:00Z");

  private final World world;
  private final Caller caller;

  private Site(World world) {
    this.world = world;
    this.caller = new Caller(world.address());
  }

  static Path project() {
    return Options.of(Map.of(), Path.of("")).root();
  }

  /** With the simulator for LINE. */
  static Site on(Path ground) {
    return start(ground, Optional.empty());
  }

  /** With another server for LINE's API. */
  static Site on(Path ground, URI line) {
    return start(ground, Optional.of(line));
  }

  private static Site start(Path ground, Optional<URI> line) {
    Options options =
        new Options(ground, 0, Optional.of(BEGIN), Optional.empty(), line, Optional.empty());
    return new Site(World.start(options, Stopwatch.machine(), told -> {}));
  }

  Caller caller() {
    return caller;
  }

  /** One of the world's addresses, for example {@code sqs}. */
  URI endpoint(String name) {
    return URI.create(caller.read("/local/world").path("endpoints").path(name).asText());
  }

  /** The demo's first shop with its secrets and addresses. */
  JsonNode shop() {
    return caller.read("/local/world").path("shops").path(0);
  }

  Instant now() {
    return Instant.parse(caller.read("/local/world").path("now").asText());
  }

  @Override
  public void close() {
    world.close();
  }
}
