package dev.musubi.local.world.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.line.TakenMessage;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.demo.Demonstration;
import dev.musubi.local.world.runtime.FunctionStats;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /local/stream}: <a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent events</a>,
 * {@code entries} with what happened and {@code state} with clock, functions and counters. Who
 * reconnects goes on where it was; who comes from before a restart is told so by a new era.
 */
public final class Stream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stream.class);
  private static final int MOST_AT_ONCE = 500;
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final Duration GOODBYE = Duration.ofSeconds(3);

  private final Sources sources;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Phaser open = new Phaser(1);

  /** What is streamed from; {@code taken} is empty where another server stands in for LINE. */
  public record Sources(
      Narrator narrator,
      Demonstration demonstration,
      Supplier<List<FunctionStats>> functions,
      Supplier<Optional<List<TakenMessage>>> taken,
      Busy busy,
      InstantSource clock) {}

  public Stream(Sources sources) {
    this.sources = sources;
  }

  /** Streams until the reader leaves or the world ends. */
  public void to(Context http) throws InterruptedException {
    open.register();
    try {
      stream(http);
    } finally {
      open.arriveAndDeregister();
    }
  }

  private void stream(Context http) throws InterruptedException {
    http.contentType("text/event-stream; charset=utf-8")
        .header("cache-control", "no-store")
        .header("x-accel-buffering", "no");
    Journal journal = sources.narrator().journal();
    Place place = Place.of(http.header("last-event-id"));
    Optional<ObjectNode> before = Optional.empty();
    try (OutputStream out = http.res().getOutputStream()) {
      write(out, "retry: 1000\n\n");
      while (!ending.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!place.era().equals(journal.era())) {
          place = new Place(journal.era(), 0);
          before = Optional.empty();
          write(out, "event: era\ndata: \"" + place.era() + "\"\n\n");
        }
        place = entries(out, journal, place);
        ObjectNode state = state();
        if (!before.equals(Optional.of(state))) {
          write(out, "event: state\ndata: " + state + "\n\n");
        }
        if (before.filter(Stream::busy).isPresent() && !busy(state)) {
          sources.narrator().settled();
        }
        before = Optional.of(state);
        write(out, "event: now\ndata: \"" + sources.clock().instant() + "\"\n\n");
        out.flush();
        sources.narrator().listen();
        journal.await(place.era(), place.number(), BEAT);
      }
    } catch (IOException left) {
      // the reader has gone
    }
  }

  private record Place(String era, long number) {
    static Place of(String lastEventId) {
      String id = Optional.ofNullable(lastEventId).orElse("");
      int dot = id.lastIndexOf('.');
      return dot > 0 && id.substring(dot + 1).matches("\\d{1,18}")
          ? new Place(id.substring(0, dot), Long.parseLong(id.substring(dot + 1)))
          : new Place("", 0);
    }
  }

  private Place entries(OutputStream out, Journal journal, Place place) throws IOException {
    Journal.Page page = journal.newest(place.number(), MOST_AT_ONCE);
    if (page.entries().isEmpty() || !page.era().equals(place.era())) {
      return place;
    }
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    page.entries().forEach(entry -> entries.add(entry.fields()));
    long last = page.entries().getLast().number();
    write(out, "id: " + place.era() + "." + last + "\nevent: entries\ndata: " + entries + "\n\n");
    return new Place(place.era(), last);
  }

  private ObjectNode state() {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.put("busy", !sources.busy().underWay().isEmpty());
    ArrayNode functions = state.putArray("functions");
    for (FunctionStats one : sources.functions().get()) {
      functions
          .addObject()
          .put("name", one.name())
          .put("state", one.state().name().toLowerCase(Locale.ROOT))
          .put("invocations", one.invocations())
          .put("errors", one.errors())
          .put("starts", one.starts());
    }
    ObjectNode counters = state.putObject("counters");
    Optional<List<TakenMessage>> taken = sources.taken().get();
    for (DemoShop shop : sources.demonstration().shops()) {
      counters.set(shop.handle(), sources.narrator().tally().counts(shop.handle(), taken));
    }
    return state;
  }

  private static boolean busy(ObjectNode state) {
    return state.path("busy").asBoolean();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends every stream, while there is still somebody to tell the readers. */
  @Override
  public void close() {
    ending.countDown();
    try {
      open.awaitAdvanceInterruptibly(open.arrive(), GOODBYE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      LOG.debug("A reader that reads no more is cut off with the server");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
