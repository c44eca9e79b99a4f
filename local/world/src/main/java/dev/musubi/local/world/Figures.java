package dev.musubi.local.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Measures a world of its own: time to ready, AWS calls per delivered push of a browse run, and the
 * memory of each function's processes.
 */
public final class Figures {
  private static final String SHOP = "hinode-tea";
  private static final int CROWD = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final World world;

  private Figures(World world) {
    this.world = world;
  }

  /** Takes no arguments and prints to stdout. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    InstantSource system = InstantSource.system();
    Map<String, String> chosen =
        Map.of("MUSUBI_PORT", "0", "MUSUBI_CLOCK", "2026-03-10T12:00:00+09:00");
    Instant begun = system.instant();
    try (World world = World.start(Options.of(chosen, Path.of("")), system, told -> {})) {
      Duration start = Duration.between(begun, system.instant());
      System.out.printf("%7.1f s   from the start of the world to ready%n", start.toMillis() / 1e3);
      new Figures(world).measure();
    }
  }

  private void measure() throws IOException, InterruptedException {
    send(
        "/local/people",
        "{\"shop\":\"%s\",\"count\":%d,\"linked\":true,\"prefix\":\"p\"}".formatted(SHOP, CROWD));
    for (int person = 0; person < CROWD; person++) {
      send(
          "/local/acts",
          "{\"shop\":\"%s\",\"person\":\"p%d\",\"act\":\"view\",\"product\":\"sencha-asagiri\"}"
              .formatted(SHOP, person));
    }
    send("/local/clock", "{\"to\":\"2026-03-11T17:59:00+09:00\"}");
    send("/local/calls", "{\"reset\":true}");
    send("/local/clock", "{\"to\":\"2026-03-11T18:00:00+09:00\"}");
    long pushes = pushes();
    long calls = 0;
    for (JsonNode row : read("/local/calls")) {
      calls += row.path("calls").asLong();
    }
    System.out.printf(
        "%7.2f     AWS calls per push, the whole run counted (%d pushes)%n",
        calls / (double) pushes, pushes);
    for (JsonNode function : read("/local/world").path("functions")) {
      System.out.printf(
          "%7d MB  resident, all processes of %s%n",
          function.path("residentBytes").asLong() >> 20, function.path("name").asText());
    }
  }

  private long pushes() throws IOException, InterruptedException {
    long pushes = 0;
    for (JsonNode message : read("/local/messages?shop=" + SHOP)) {
      pushes += message.path("api").asText().equals("push") ? 1 : 0;
    }
    return pushes;
  }

  private JsonNode read(String path) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(world.address().resolve(path)).GET().build());
  }

  private void send(String path, String body) throws IOException, InterruptedException {
    answer(
        HttpRequest.newBuilder(world.address().resolve(path))
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException(request.uri().getPath() + " answered " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }
}
