package dev.musubi.local.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.musubi.local.world.Options;
import dev.musubi.local.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A world and a browser of a test's own. */
final class Running implements AutoCloseable {
  static final String MORNING = "2026-03-02T10:00:00+09:00";

  private static final Pattern RESIDENT = Pattern.compile("\"residentBytes\":(\\d+)");

  private final Supplier<Host> begin;
  private final Chromium chromium;
  private Host host;

  private Running(Supplier<Host> begin) {
    this.begin = begin;
    this.chromium = Chromium.start();
    this.host = begin.get();
  }

  /** A world that runs: where it is reached, the process that it is in, and what ends it. */
  private record Host(URI address, long process, Runnable end) {}

  /** Starts both; the test is skipped where Chromium or the functions' zips are missing. */
  static Running begin() {
    return begin(Map.of());
  }

  static Running begin(Map<String, String> more) {
    Map<String, String> environment = environment(more);
    Options options = Options.of(environment, Path.of(""));
    return new Running(
        () -> {
          World world = World.start(options, InstantSource.system(), told -> {});
          return new Host(world.address(), ProcessHandle.current().pid(), world::close);
        });
  }

  /** The world is in a process of its own, at a lower priority than the browser. */
  static Running beginApart() {
    Map<String, String> environment = environment(Map.of());
    return new Running(
        () -> {
          Apart world = Apart.start(environment);
          return new Host(world.address(), world.id(), world::close);
        });
  }

  private static Map<String, String> environment(Map<String, String> more) {
    assumeTrue(Chromium.program().isPresent(), "there is no chromium: apt-get install chromium");
    Map<String, String> environment = new TreeMap<>(more);
    environment.putIfAbsent("MUSUBI_PORT", "0");
    environment.put("MUSUBI_CLOCK", MORNING);
    Path root = Options.of(environment, Path.of("")).root();
    assumeTrue(
        Files.exists(root.resolve("functions/push/target/musubi-push.zip")),
        "the functions are not built: run `make build`");
    return environment;
  }

  URI address() {
    return host.address();
  }

  Chromium chromium() {
    return chromium;
  }

  Visitor visitor(int width, int height, String language) {
    return chromium.visitor(width, height, language).open(address());
  }

  /** Ends the world, but not the browser. */
  void end() {
    host.end().run();
  }

  /** Brings the world up again, begun anew. */
  void start() {
    host = begin.get();
  }

  /** A call of the interface that must succeed. */
  void post(String path, String json) {
    ask(HttpRequest.newBuilder(address().resolve(path)).POST(BodyPublishers.ofString(json)));
  }

  /** What the world holds in memory: its functions, and the whole process that it is in. */
  long residentBytes() {
    String world = ask(HttpRequest.newBuilder(address().resolve("/local/world")));
    long functions =
        RESIDENT.matcher(world).results().mapToLong(r -> Long.parseLong(r.group(1))).sum();
    return functions + ownBytes(host.process());
  }

  private static long ownBytes(long process) {
    try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process)))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ask(HttpRequest.Builder request) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Linked people of the tea shop. */
  void crowd(String prefix, int count) {
    post(
        "/local/people",
        "{\"shop\":\"hinode-tea\",\"count\":%d,\"linked\":true,\"prefix\":\"%s\"}"
            .formatted(count, prefix));
  }

  /** All of a crowd look at the same tea. */
  void look(String prefix, int count) {
    IntStream.range(0, count)
        .parallel()
        .forEach(at -> act(prefix + at, "view", "\"product\":\"sencha-asagiri\""));
  }

  /** An act of one of the tea shop's people, and what comes of it. */
  void act(String person, String act, String fields) {
    post(
        "/local/acts",
        "{\"shop\":\"hinode-tea\",\"person\":\"%s\",\"act\":\"%s\"%s}"
            .formatted(person, act, fields.isEmpty() ? "" : "," + fields));
  }

  /** Waits until nothing is being worked on. */
  void idle() {
    ask(HttpRequest.newBuilder(address().resolve("/local/idle?seconds=120")));
  }

  /** Where pictures of that name go. */
  static Path picture(String name) {
    Path folder = Path.of("target", "pictures");
    try {
      return Files.createDirectories(folder).resolve(name + ".png");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chromium.close();
    host.end().run();
  }
}
