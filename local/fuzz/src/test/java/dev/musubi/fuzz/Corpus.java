package dev.musubi.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** What fuzzing starts from: the bodies and messages of the files under {@code events}. */
final class Corpus {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Corpus() {}

  /** The bodies of HTTP events, as they were sent. */
  static Stream<byte[]> bodies(String function) {
    return events(function).map(Corpus::body);
  }

  /** The bodies of queued messages. */
  static Stream<String> messages(String function) {
    return events(function)
        .flatMap(event -> StreamSupport.stream(event.path("Records").spliterator(), false))
        .map(message -> message.path("body").asText());
  }

  /** What the queued messages hold: one event of LINE or one webhook of Shopify each. */
  static Stream<Queued> queued(String function) {
    return messages(function)
        .flatMap(
            message -> {
              try {
                JsonNode read = JSON.readTree(message);
                return Stream.of(
                    new Queued(read.path("topic").asText(), read.path("body").asText()));
              } catch (IOException e) {
                return Stream.empty();
              }
            });
  }

  record Queued(String topic, String body) {}

  static Stream<Arguments> each(Stream<byte[]> inputs) {
    return inputs.map(input -> Arguments.of((Object) input));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] body(JsonNode event) {
    String body = event.path("body").asText();
    return event.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : utf8(body);
  }

  private static Stream<JsonNode> events(String function) {
    try (Stream<Path> files = Files.list(ROOT.resolve("events").resolve(function))) {
      List<Path> sorted = files.sorted().toList();
      return sorted.stream().map(Corpus::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
