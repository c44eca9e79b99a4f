package dev.musubi.local.world;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A world of a test's own, driven over HTTP as a stranger would drive it. */
final class Stranger implements AutoCloseable {
  static final String SHOP = "hinode-tea";
  static final String OTHER_SHOP = "harbor-books";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final World world;

  private Stranger(World world) {
    this.world = world;
  }

  /** Starts a world at that time; the test is skipped where the functions are not built. */
  static Stranger in(String clock, Map<String, String> more) {
    Map<String, String> environment = new TreeMap<>(more);
    environment.put("MUSUBI_PORT", "0");
    environment.put("MUSUBI_CLOCK", clock);
    Options options = Options.of(environment, Path.of(""));
    assumeTrue(
        Files.exists(options.root().resolve("functions/push/target/musubi-push.zip")),
        "the functions are not built: run `make build`");
    return new Stranger(World.start(options, InstantSource.system(), told -> {}));
  }

  static Stranger in(String clock) {
    return in(clock, Map.of());
  }

  record Answer(int status, JsonNode json) {
    String error() {
      return json.path("error").asText();
    }
  }

  URI address() {
    return world.address();
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(world.address().resolve(path)).GET());
  }

  Answer post(String path, String json) {
    return send(
        HttpRequest.newBuilder(world.address().resolve(path)).POST(BodyPublishers.ofString(json)));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An act of a person that must succeed; fields are pairs of name and JSON. */
  JsonNode act(String shop, String person, String act, String fields) {
    Answer answer =
        post(
            "/local/acts",
            "{\"shop\":\"%s\",\"person\":\"%s\",\"act\":\"%s\"%s}"
                .formatted(shop, person, act, fields.isEmpty() ? "" : "," + fields));
    return must(answer);
  }

  JsonNode walkTo(String instant) {
    return must(post("/local/clock", "{\"to\":\"" + instant + "\"}"));
  }

  JsonNode walkBy(String duration) {
    return must(post("/local/clock", "{\"by\":\"" + duration + "\"}"));
  }

  JsonNode idle() {
    return must(get("/local/idle?seconds=120"));
  }

  List<JsonNode> pushes(String shop, String person) {
    return must(get("/local/messages?shop=" + shop + "&person=" + person))
        .valueStream()
        .filter(message -> message.path("api").asText().equals("push"))
        .toList();
  }

  List<JsonNode> outcomes(String shop, String person) {
    return must(get("/local/outcomes?lang=en&shop=" + shop + "&person=" + person))
        .valueStream()
        .toList();
  }

  JsonNode shop(String handle) {
    return row("shops", "shop", handle);
  }

  JsonNode row(String list, String name, String value) {
    return must(get("/local/world"))
        .path(list)
        .valueStream()
        .filter(row -> row.path(name).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  static JsonNode must(Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.json());
    }
    return answer.json();
  }

  /** Everything that was logged. */
  String logs() {
    try (var files = Files.list(world.logs())) {
      return files.map(Stranger::text).collect(Collectors.joining());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    world.close();
  }
}
