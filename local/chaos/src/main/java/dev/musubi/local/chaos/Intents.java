package dev.musubi.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Listens to what the world tells of every intent that is handed to a function. */
final class Intents {

  private static final String DATA = "data:";

  /** A message that was decided on, by the number under which it is recorded. */
  record Intent(String send, Instant at, Instant due, String shop, String person, String kind) {}

  private final Map<String, Intent> heard = new TreeMap<>();

  /** Listens until the world ends. */
  static Intents of(URI world) {
    Intents intents = new Intents();
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest stream = HttpRequest.newBuilder(world.resolve("/local/stream")).build();
    CompletableFuture<Void> told =
        http.sendAsync(stream, BodyHandlers.ofLines())
            .thenAcceptAsync(answer -> answer.body().forEach(intents::line));
    told.exceptionally(worldEnded -> null);
    return intents;
  }

  private void line(String line) {
    if (line.startsWith(DATA) && line.contains("\"intent\"")) {
      JsonNode entries = Json.read(line.substring(DATA.length()));
      entries.forEach(this::entry);
    }
  }

  private synchronized void entry(JsonNode entry) {
    if (entry.path("type").asText().equals("intent")) {
      String send = entry.path("send").asText();
      Instant at = Instant.parse(entry.path("at").asText());
      heard.putIfAbsent(
          send,
          new Intent(
              send,
              at,
              Instant.parse(entry.path("due").asText()),
              entry.path("shop").asText(),
              entry.path("person").asText(),
              entry.path("kind").asText()));
    }
  }

  synchronized Map<String, Intent> heard() {
    return new TreeMap<>(heard);
  }
}
