package dev.musubi.local.world.acts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.line.Act;
import dev.musubi.local.line.ChatLine;
import dev.musubi.local.line.LineSimulator;
import dev.musubi.local.line.Person;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.runtime.Lambda;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One person's phone in the chat with one shop. */
final class Chat {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration MENU_LIMIT = Lambda.LONGEST_START.plusSeconds(30);
  private static final Duration REPLY_LIMIT = Lambda.LONGEST_START.plusSeconds(60);

  private final LineSimulator line;
  private final String shop;
  private final Person person;
  private final Busy busy;
  private final InstantSource clock;

  Chat(LineSimulator line, String shop, String userId, Busy busy, InstantSource clock) {
    this.line = line;
    this.shop = shop;
    this.person = line.person(shop, userId);
    this.busy = busy;
    this.clock = clock;
  }

  Person person() {
    return person;
  }

  int length() {
    return person.chat().size();
  }

  /** Taps the first of these that something on the phone carries. */
  Optional<Act> tapFirst(List<String> data) {
    return data.stream().map(person::tap).filter(act -> act.problem().isEmpty()).findFirst();
  }

  /** The same, waiting for it while the world works: a menu may be on its way. */
  Optional<Act> tapFirstWhenThere(List<String> data) throws InterruptedException {
    Optional<Act> tapped = tapFirst(data);
    if (tapped.isEmpty() && busy.awaitIdle(MENU_LIMIT)) {
      return tapFirst(data);
    }
    return tapped;
  }

  /**
   * Taps what carries {@code wanted}; if nothing does, first what carries {@code door}, and then
   * {@code wanted} in the answer. If there is no such way, a button of long ago is tapped.
   */
  Act tapThrough(String door, String wanted) throws InterruptedException {
    Optional<Act> there = tapFirst(List.of(wanted));
    if (there.isPresent()) {
      return there.get();
    }
    Optional<Act> opened = tapFirst(List.of(door));
    if (opened.isPresent()) {
      Accepted.by(opened.get());
      there = tapFirstInReply(wanted);
    }
    return there.orElseGet(() -> postback(wanted));
  }

  private Optional<Act> tapFirstInReply(String wanted) throws InterruptedException {
    for (long left = REPLY_LIMIT.toMillis(); left > 0; left -= LOOK.toMillis()) {
      boolean idle = busy.awaitIdle(LOOK);
      Optional<Act> tapped = tapFirst(List.of(wanted));
      if (tapped.isPresent() || idle) {
        return tapped;
      }
    }
    return Optional.empty();
  }

  /** Sends a postback that no message carries, as a button of long ago would. */
  Act postback(String data) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("type", "postback").put("mode", "active");
    event.put("timestamp", clock.millis());
    event.put("webhookEventId", UUID.randomUUID().toString());
    event.putObject("deliveryContext").put("isRedelivery", false);
    event.putObject("source").put("type", "user").put("userId", person.userId());
    event.put("replyToken", UUID.randomUUID().toString().replace("-", ""));
    event.putObject("postback").put("data", data);
    return line.webhook(shop, List.of(event));
  }

  /**
   * The newest address with {@code part} in it that came after the chat had {@code from} lines;
   * waits for it while the world works.
   */
  Optional<URI> address(int from, String part) throws InterruptedException {
    for (long left = REPLY_LIMIT.toMillis(); left > 0; left -= LOOK.toMillis()) {
      boolean idle = busy.awaitIdle(LOOK);
      Optional<URI> found = newest(from, part);
      if (found.isPresent() || idle) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<URI> newest(int from, String part) {
    return person.chat().stream()
        .skip(from)
        .filter(told -> !told.byPerson())
        .map(ChatLine::message)
        .flatMap(Chat::texts)
        .filter(text -> text.contains(part))
        .reduce((earlier, later) -> later)
        .map(URI::create);
  }

  private static Stream<String> texts(JsonNode tree) {
    return tree.isTextual()
        ? Stream.of(tree.asText()).filter(text -> text.startsWith("https://"))
        : tree.valueStream().flatMap(Chat::texts);
  }
}
