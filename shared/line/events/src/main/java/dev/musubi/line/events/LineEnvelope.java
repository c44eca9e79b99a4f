package dev.musubi.line.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One webhook body, split into the JSON texts of its events without a look into them: one event
 * that makes no sense leaves the others alone. {@code destination} is the bot's user id.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#request-body">Webhook
 *     request body</a>
 */
public record LineEnvelope(Optional<String> destination, List<String> events) {
  public static final int MOST_BYTES = 1 << 20;

  private static final int DEEPEST = 50;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  public LineEnvelope {
    Objects.requireNonNull(destination, "'destination' must not be null");
    events = List.copyOf(events);
  }

  /**
   * Nothing, if the body is not UTF-8, not one JSON object with a list of events, larger than
   * {@link #MOST_BYTES} or nested deeper than 50 levels.
   */
  public static Optional<LineEnvelope> parse(byte[] body) {
    if (body.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      try (JsonParser parser = JSON.createParser(text)) {
        return read(parser, text);
      }
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<LineEnvelope> read(JsonParser parser, String text) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    Optional<String> destination = Optional.empty();
    Optional<List<String>> events = Optional.empty();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("destination") && value == JsonToken.VALUE_STRING) {
        destination = Optional.of(parser.getText());
      } else if (name.equals("events") && value == JsonToken.START_ARRAY) {
        events = Optional.of(texts(parser, text));
      } else {
        parser.skipChildren();
      }
    }
    boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    Optional<String> to = destination;
    return whole ? events.map(list -> new LineEnvelope(to, list)) : Optional.empty();
  }

  private static List<String> texts(JsonParser parser, String text) throws IOException {
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int from = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      parser.finishToken();
      texts.add(text.substring(from, (int) parser.currentLocation().getCharOffset()));
    }
    return texts;
  }
}
