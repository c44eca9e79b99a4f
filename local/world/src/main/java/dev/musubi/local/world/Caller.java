package dev.musubi.local.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * Calls a world's interface; whatever is not answered with 200 is an {@link UncheckedIOException}.
 */
public final class Caller {
  /** The shop that everything here is about. */
  public static final String SHOP = "hinode-tea";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI world;

  public Caller(URI world) {
    this.world = world;
  }

  public JsonNode read(String path) {
    return answer(HttpRequest.newBuilder(world.resolve(path)).GET().build());
  }

  public JsonNode send(String path, String body) {
    return answer(
        HttpRequest.newBuilder(world.resolve(path)).POST(BodyPublishers.ofString(body)).build());
  }

  public JsonNode act(String person, String act, String fields) {
    String more = fields.isEmpty() ? "" : "," + fields;
    return send(
        "/local/acts",
        "{\"shop\":\"%s\",\"person\":\"%s\",\"act\":\"%s\"%s}".formatted(SHOP, person, act, more));
  }

  /** The same act of {@code prefix0}, {@code prefix1} and so on, several at a time. */
  public void all(String prefix, int count, String act, String fields) {
    IntStream.range(0, count).parallel().forEach(at -> act(prefix + at, act, fields));
  }

  public void crowd(String prefix, int count) {
    send(
        "/local/people",
        "{\"shop\":\"%s\",\"count\":%d,\"linked\":true,\"prefix\":\"%s\"}"
            .formatted(SHOP, count, prefix));
  }

  public void stock(String product, int to) {
    send(
        "/local/acts",
        "{\"shop\":\"%s\",\"act\":\"stock\",%s,\"to\":%d}".formatted(SHOP, product, to));
  }

  public void settings(String kinds) {
    send("/local/settings", "{\"shop\":\"%s\",\"kinds\":{%s}}".formatted(SHOP, kinds));
  }

  public void walkTo(String instant) {
    send("/local/clock", "{\"to\":\"%s\"}".formatted(instant));
  }

  /** As long as the world waits at all: what else the machine does is not judged by it. */
  public void idle() {
    read("/local/idle?seconds=600");
  }

  /** What LINE took, of everybody or of one person. */
  public long messages(String person, String api) {
    String of = person.isEmpty() ? "" : "&person=" + person;
    return read("/local/messages?shop=" + SHOP + of)
        .valueStream()
        .filter(message -> message.path("api").asText().equals(api))
        .count();
  }

  private JsonNode answer(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException(
            "%s answered %d: %s"
                .formatted(
                    request.uri().getPath(),
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8)));
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
