package dev.musubi.line.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers what a test tells it to and remembers what it was asked. */
final class StubLine implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Deque<Reply>> replies = new HashMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private int tokens;

  /** A request as it came; headers by their name in lower case. */
  record Asked(String line, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  sealed interface Reply {
    record Status(int code, String body, Map<String, String> headers) implements Reply {}

    record Drop() implements Reply {}

    record Silence() implements Reply {}
  }

  StubLine() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  LineHosts hosts() {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new LineHosts(base, base);
  }

  /** The next answer to that method and path; the last one told is repeated. */
  StubLine on(String line, int status, String body) {
    return on(line, new Reply.Status(status, body, Map.of()));
  }

  synchronized StubLine on(String line, Reply reply) {
    replies.computeIfAbsent(line, l -> new ArrayDeque<>()).add(reply);
    return this;
  }

  synchronized List<Asked> asked(String line) {
    return asked.stream().filter(a -> a.line().equals(line)).toList();
  }

  synchronized List<String> lines() {
    return asked.stream().map(Asked::line).filter(l -> !l.endsWith("/token")).toList();
  }

  private void serve(HttpExchange exchange) throws IOException {
    switch (reply(exchange)) {
      case Reply.Status(int code, String body, Map<String, String> headers) -> {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("x-line-request-id", "request-" + exchange.hashCode());
        headers.forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
      }
      case Reply.Drop drop -> exchange.close();
      case Reply.Silence silence -> {
        try {
          closed.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private synchronized Reply reply(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(new Asked(line, headers, exchange.getRequestBody().readAllBytes()));
    Deque<Reply> told = replies.getOrDefault(line, new ArrayDeque<>());
    if (told.size() > 1) {
      return told.poll();
    }
    if (!told.isEmpty()) {
      return told.peek();
    }
    return line.equals("POST /oauth2/v3/token")
        ? new Reply.Status(
            200,
            "{\"token_type\":\"Bearer\",\"access_token\":\"token-%d\",\"expires_in\":900}"
                .formatted(++tokens),
            Map.of())
        : new Reply.Status(200, "{}", Map.of());
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }
}
