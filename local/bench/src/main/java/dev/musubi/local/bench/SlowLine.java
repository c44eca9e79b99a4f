package dev.musubi.local.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for LINE's API: takes every push after a time that can be chosen, and is as much work
 * as it must be. A channel's access token is its id, so that a channel can be made to hang or to be
 * at its limit.
 */
final class SlowLine implements AutoCloseable {
  private static final Duration HANGS = Duration.ofSeconds(30);

  /** How a channel answers. */
  enum Manner {
    TAKES,
    HANGS,
    AT_ITS_RATE_LIMIT
  }

  /** Hears of a push that was taken: to whom, and when by the stopwatch. */
  interface Watcher {
    void took(int person, long at);
  }

  private static final Pattern TO = Pattern.compile("\"to\":\"U([0-9a-f]{32})\"");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);
  private final Map<String, Manner> manners = new ConcurrentHashMap<>();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong last = new AtomicLong();
  private final Map<String, Watcher> watchers = new ConcurrentHashMap<>();
  private final HttpServer server;

  SlowLine() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on each push takes so long. */
  void takes(Duration time) {
    delay.set(time);
  }

  /** From now on that channel answers so. */
  void channel(String id, Manner manner) {
    manners.put(id, manner);
  }

  /** From now on {@code watcher} hears what that channel takes. */
  void watch(String channel, Watcher watcher) {
    watchers.put(channel, watcher);
  }

  /** Forgets what was taken so far. */
  void begin() {
    taken.set(0);
    first.set(Long.MAX_VALUE);
    last.set(0);
  }

  long taken() {
    return taken.get();
  }

  /** From the first push that came to the last one that was taken. */
  Duration span() {
    return Duration.ofNanos(last.get() - first.get());
  }

  /** By the stopwatch, when the last push was taken. */
  long lastTaken() {
    return last.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      long came = Stopwatch.nanos();
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      switch (path) {
        case "/oauth2/v3/token" ->
            write(
                exchange,
                200,
                "{\"token_type\":\"Bearer\",\"access_token\":\"%s\",\"expires_in\":900}"
                    .formatted(client(body)));
        case "/v2/bot/message/quota" -> write(exchange, 200, "{\"type\":\"none\"}");
        case "/v2/bot/message/quota/consumption" -> write(exchange, 200, "{\"totalUsage\":0}");
        case "/v2/bot/message/push" -> push(exchange, body, came);
        default -> write(exchange, 200, "{}");
      }
    }
  }

  private void push(HttpExchange exchange, String body, long came) throws IOException {
    String channel = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
    switch (manners.getOrDefault(channel, Manner.TAKES)) {
      case TAKES -> {
        Stopwatch.waitUntil(came + delay.get().toNanos());
        first.accumulateAndGet(came, Math::min);
        long now = Stopwatch.nanos();
        last.accumulateAndGet(now, Math::max);
        watchers.getOrDefault(channel, (person, at) -> {}).took(person(body), now);
        write(exchange, 200, "{\"sentMessages\":[{\"id\":\"1\",\"quoteToken\":\"q\"}]}");
        taken.incrementAndGet();
      }
      case HANGS -> Stopwatch.hold(HANGS);
      case AT_ITS_RATE_LIMIT ->
          write(
              exchange,
              429,
              "{\"message\":\"The API rate limit has been exceeded. Try again later.\"}");
    }
  }

  private static int person(String push) {
    Matcher to = TO.matcher(push);
    return to.find() ? Integer.parseInt(to.group(1), 16) : -1;
  }

  private static String client(String form) {
    for (String field : form.split("&")) {
      if (field.startsWith("client_id=")) {
        return URLDecoder.decode(field.substring("client_id=".length()), StandardCharsets.UTF_8);
      }
    }
    return "nobody";
  }

  private void write(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.getResponseHeaders().add("x-line-request-id", "slow-line-" + taken.get());
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
