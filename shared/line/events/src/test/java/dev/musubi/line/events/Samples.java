package dev.musubi.line.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The hand-written events in the repository's {@code events} folder. */
final class Samples {
  private static final Path EVENTS = Path.of("../../../events");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Samples() {}

  record Webhook(String signature, byte[] body) {}

  static Webhook webhook(String meaning) {
    JsonNode event = json("line-webhook", meaning);
    String signature = "";
    for (var header : event.path("headers").properties()) {
      if (header.getKey().equalsIgnoreCase(LineSignature.HEADER)) {
        signature = header.getValue().textValue();
      }
    }
    String body = event.path("body").asText();
    return new Webhook(
        signature,
        event.path("isBase64Encoded").booleanValue()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> inbound(String meaning) {
    return json("inbound-line", meaning)
        .path("Records")
        .valueStream()
        .map(r -> tree(r.path("body").textValue()).path("body").textValue())
        .toList();
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String function, String meaning) {
    try {
      return JSON.readTree(Files.readString(EVENTS.resolve(function).resolve(meaning + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
