package dev.musubi.aws.queues;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.ShopId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Verified webhooks as JSON messages, version 1; bodies over {@value #PLAIN} bytes are compressed,
 * because a queue takes 1 MiB. Reading throws {@link IllegalArgumentException} that names the field
 * at fault and quotes nothing.
 */
public final class RawCodec {

  static final int PLAIN = 32 * 1024;

  /** More than any platform sends; a smaller message can't be made to unfold without end. */
  private static final int LONGEST = 32 * 1024 * 1024;

  private static final int VERSION = 1;

  /**
   * What SQS takes in no message; JSON writes the others of that sort, those before the space, with
   * a backslash anyway.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
   */
  private static final Pattern NOT_TAKEN = Pattern.compile("[\\x{FFFE}\\x{FFFF}\\p{Cs}]");

  private final JsonMapper json = JsonMapper.builder().build();

  public String write(RawLine line) {
    ObjectNode message = message(line.shop(), line.receivedAt());
    body(message, line.eventJson());
    return taken(message);
  }

  public String write(RawShopify webhook) {
    ObjectNode message = message(webhook.shop(), webhook.receivedAt());
    message.put("topic", webhook.topic());
    message.put("webhookId", webhook.webhookId());
    message.put("triggeredAt", webhook.triggeredAt().toString());
    body(message, webhook.body());
    return taken(message);
  }

  public RawLine line(String message) {
    JsonNode read = read(message);
    return new RawLine(shop(read), instant(read, "receivedAt"), body(read));
  }

  public RawShopify shopify(String message) {
    JsonNode read = read(message);
    return new RawShopify(
        shop(read),
        text(read, "topic"),
        text(read, "webhookId"),
        instant(read, "triggeredAt"),
        instant(read, "receivedAt"),
        body(read));
  }

  private ObjectNode message(ShopId shop, Instant receivedAt) {
    return json.createObjectNode()
        .put("v", VERSION)
        .put("shop", shop.handle())
        .put("receivedAt", receivedAt.toString());
  }

  /** The message with such characters escaped: outside of a text JSON has none of them. */
  private static String taken(ObjectNode message) {
    return NOT_TAKEN
        .matcher(message.toString())
        .replaceAll(found -> "\\\\u%04X".formatted((int) found.group().charAt(0)));
  }

  private static void body(ObjectNode message, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= PLAIN) {
      message.put("body", body);
    } else {
      message.put("gzip", Base64.getEncoder().encodeToString(zipped(bytes)));
    }
  }

  private static String body(JsonNode message) {
    return message.has("gzip") ? unzipped(text(message, "gzip")) : text(message, "body");
  }

  private JsonNode read(String message) {
    try {
      JsonNode read = json.readTree(message);
      if (read.path("v").asInt() != VERSION) {
        throw wrong("v");
      }
      return read;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the message must be JSON");
    }
  }

  private static ShopId shop(JsonNode message) {
    return ShopId.parse(text(message, "shop")).orElseThrow(() -> wrong("shop"));
  }

  private static Instant instant(JsonNode message, String field) {
    try {
      return Instant.parse(text(message, field));
    } catch (DateTimeException e) {
      throw wrong(field);
    }
  }

  private static String text(JsonNode message, String field) {
    JsonNode value = message.path(field);
    if (!value.isTextual()) {
      throw wrong(field);
    }
    return value.textValue();
  }

  private static IllegalArgumentException wrong(String field) {
    return new IllegalArgumentException("'" + field + "' of the message can't be read");
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static String unzipped(String base64) {
    byte[] zipped = Base64.getDecoder().decode(base64);
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      byte[] bytes = zip.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw wrong("gzip");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw wrong("gzip");
    }
  }
}
