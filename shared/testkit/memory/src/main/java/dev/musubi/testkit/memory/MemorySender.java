package dev.musubi.testkit.memory;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.sending.RetryKey;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Rendered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * LINE as a sender sees it: records what arrives, answers as it was told to, and knows a retry key
 * for 24 hours, so that a repeated push is accepted without arriving twice.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">Retry an
 *     API request</a>
 */
public final class MemorySender implements Sender {

  /** A message that arrived. */
  public record Arrived(ShopId shop, LineUserId to, Rendered message, RetryKey key, Instant at) {}

  /** A reply that was sent. */
  public record Replied(ShopId shop, ReplyToken token, Rendered message, Instant at) {}

  private record Script(WireOutcome answer, boolean arrives) {}

  private record Known(String requestId, Instant at) {}

  private record Key(ShopId shop, RetryKey key) {}

  private static final Duration REMEMBERED = Duration.ofHours(24);

  private final InstantSource clock;
  private final Deque<Script> scripts = new ArrayDeque<>();
  private final Map<Key, Known> known = new HashMap<>();
  private final List<Arrived> arrived = new ArrayList<>();
  private final List<Replied> replied = new ArrayList<>();
  private int calls;

  public MemorySender(InstantSource clock) {
    this.clock = clock;
  }

  /** The next call that is not known already is answered so; an acceptance arrives. */
  public synchronized void answers(WireOutcome answer) {
    scripts.add(new Script(answer, answer instanceof WireOutcome.Accepted));
  }

  /** The next message arrives, but the sender is told so, as when the connection breaks. */
  public synchronized void acceptsButAnswers(WireOutcome answer) {
    scripts.add(new Script(answer, true));
  }

  public synchronized List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  public synchronized List<Replied> replies() {
    return List.copyOf(replied);
  }

  /** How often LINE was called, whatever it answered. */
  public synchronized int calls() {
    return calls;
  }

  @Override
  public synchronized WireOutcome push(ShopId shop, RetryKey key, LineUserId to, Rendered message) {
    calls++;
    Instant now = clock.instant();
    Optional<Known> before =
        Optional.ofNullable(known.get(new Key(shop, key)))
            .filter(k -> k.at().plus(REMEMBERED).isAfter(now));
    if (before.isPresent()) {
      return new WireOutcome.Accepted(before.get().requestId());
    }
    String requestId = "request-" + calls;
    Script script = next(requestId);
    if (script.arrives()) {
      known.put(new Key(shop, key), new Known(requestId, now));
      arrived.add(new Arrived(shop, to, message, key, now));
    }
    return script.answer();
  }

  @Override
  public synchronized WireOutcome reply(ShopId shop, ReplyToken token, Rendered message) {
    calls++;
    Script script = next("request-" + calls);
    if (script.arrives()) {
      replied.add(new Replied(shop, token, message, clock.instant()));
    }
    return script.answer();
  }

  private Script next(String requestId) {
    return Optional.ofNullable(scripts.poll())
        .orElseGet(() -> new Script(new WireOutcome.Accepted(requestId), true));
  }
}
