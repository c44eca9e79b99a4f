package dev.musubi.line.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LineSignal;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.people.Wish;
import dev.musubi.core.shop.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one webhook event at a time. LINE adds types and fields without notice, so what is unknown
 * is {@link LineSignal.Other} and what is missing is done without where that is safe.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects">Webhook
 *     event objects</a>
 */
public final class LineEvents {
  private static final List<String> LINK_WORDS = List.of("連携", "line連携", "link");
  private static final List<String> UNLINK_WORDS = List.of("連携解除", "unlink");
  private static final List<String> PREFERENCE_WORDS =
      List.of(
          "配信設定",
          "設定",
          "通知設定",
          "preferences",
          "settings",
          "停止",
          "配信停止",
          "再開",
          "配信再開",
          "stop",
          "unsubscribe",
          "start",
          "resume");

  private final ObjectMapper json;

  public LineEvents() {
    json = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    json.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build());
  }

  /** Throws {@link UnreadableEventException} when a field that LINE promises is not there. */
  public LineSignal read(String eventJson) {
    ObjectNode event = parse(eventJson);
    String type = text(event, "type");
    if (type.equals("delivery")) {
      return new LineSignal.NoticeDelivered(text(event.path("delivery"), "data"), at(event));
    }
    Optional<LineUserId> user = user(event);
    if (user.isEmpty() || "standby".equals(event.path("mode").textValue())) {
      return new LineSignal.Other(type);
    }
    LineSignal.From from = from(event, user.get());
    return switch (type) {
      case "follow" -> new LineSignal.Followed(from);
      case "unfollow" -> new LineSignal.Blocked(from);
      case "postback" -> postback(from, text(event.path("postback"), "data"));
      case "message" -> message(from, event.path("message"));
      case "accountLink" -> accountLink(from, event.path("link"));
      default -> new LineSignal.Other(type);
    };
  }

  private static LineSignal postback(LineSignal.From from, String data) {
    return ChatCommand.parse(data)
        .map(command -> signal(from, command))
        .orElseGet(() -> new LineSignal.Spoke(from));
  }

  private static LineSignal signal(LineSignal.From from, ChatCommand command) {
    return switch (command) {
      case ChatCommand.Link(EntryRoute route) -> new LineSignal.LinkAsked(from, route);
      case ChatCommand.Unlink unlink -> new LineSignal.UnlinkAsked(from);
      case ChatCommand.AskToUnlink ask -> new LineSignal.UnlinkConsidered(from);
      case ChatCommand.Preferences preferences -> new LineSignal.PreferencesAsked(from);
      case ChatCommand.Why(Kind kind) -> new LineSignal.WhyAsked(from, kind);
      case Wish wish -> new LineSignal.Wished(from, wish);
    };
  }

  private static LineSignal message(LineSignal.From from, JsonNode message) {
    if (!"text".equals(text(message, "type"))) {
      return new LineSignal.Spoke(from);
    }
    String said =
        Normalizer.normalize(text(message, "text"), Normalizer.Form.NFKC)
            .strip()
            .toLowerCase(Locale.ROOT);
    if (LINK_WORDS.contains(said)) {
      return new LineSignal.LinkAsked(from, EntryRoute.CHAT);
    }
    if (UNLINK_WORDS.contains(said)) {
      return new LineSignal.UnlinkAsked(from);
    }
    return PREFERENCE_WORDS.contains(said)
        ? new LineSignal.PreferencesAsked(from)
        : new LineSignal.Spoke(from);
  }

  private static LineSignal accountLink(LineSignal.From from, JsonNode link) {
    return text(link, "result").equals("ok")
        ? new LineSignal.LinkConfirmed(from, text(link, "nonce"))
        : new LineSignal.Other("accountLink");
  }

  /** Who did it in a chat with the account alone; what happens in groups is nobody's. */
  private static Optional<LineUserId> user(ObjectNode event) {
    JsonNode source = event.path("source");
    return "user".equals(source.path("type").textValue())
        ? LineUserId.parse(source.path("userId").textValue())
        : Optional.empty();
  }

  private static LineSignal.From from(ObjectNode event, LineUserId user) {
    Optional<ReplyToken> reply =
        Optional.ofNullable(event.path("replyToken").textValue())
            .filter(token -> !token.isBlank())
            .map(ReplyToken::new);
    return new LineSignal.From(id(event), user, at(event), reply);
  }

  private static Instant at(ObjectNode event) {
    JsonNode at = event.path("timestamp");
    if (!at.isIntegralNumber() || !at.canConvertToLong()) {
      throw new UnreadableEventException("'timestamp' must be a whole number of milliseconds");
    }
    return Instant.ofEpochMilli(at.longValue());
  }

  /** LINE's id; without one, a digest of all that is the same when the event is redelivered. */
  private static String id(ObjectNode event) {
    return Optional.ofNullable(event.path("webhookEventId").textValue())
        .filter(id -> !id.isBlank())
        .orElseGet(() -> digest(event.deepCopy().without("deliveryContext").toString()));
  }

  private static String digest(String text) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private ObjectNode parse(String eventJson) {
    try {
      if (json.readTree(eventJson) instanceof ObjectNode event) {
        return event;
      }
    } catch (JsonProcessingException notJson) {
      // Jackson's message would quote the event.
      throw new UnreadableEventException("an event must be JSON");
    }
    throw new UnreadableEventException("an event must be a JSON object");
  }

  private static String text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue())
        .orElseThrow(() -> new UnreadableEventException("'" + field + "' must be a text"));
  }
}
