package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bot server that keeps every webhook and answers as it was told. */
final class Bot implements AutoCloseable {
  /** Types that LINE's description does not have (yet). */
  private static final List<String> NEWER = List.of("\"messageEdited\"", "\"somethingNew\"");

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpServer server;
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<AssertionError> undeclared = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  record Received(String body, String signature, String contentType, JsonNode json) {
    JsonNode event() {
      return json.path("events").path(0);
    }
  }

  Bot() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/webhook", this::take);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
  }

  /** Answers the next webhooks with these, all others with 200. */
  synchronized void answer(int... statuses) {
    for (var status : statuses) {
      answers.add(status);
    }
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  Received newest() {
    return received.getLast();
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    declared(body);
    received.add(
        new Received(
            body,
            headers.getFirst("x-line-signature"),
            headers.getFirst("content-type"),
            mapper.readTree(body)));
    exchange.sendResponseHeaders(next(), -1);
    exchange.close();
  }

  /** Notes what LINE does not declare, for the test to fail at its end. */
  private void declared(String body) {
    if (NEWER.stream().anyMatch(body::contains)) {
      return;
    }
    try {
      OpenApiCheck.fromEnvironment().ifPresent(check -> check.checkWebhook(body));
    } catch (AssertionError e) {
      undeclared.add(e);
    }
  }

  private synchronized int next() {
    return answers.isEmpty() ? 200 : answers.removeFirst();
  }

  @Override
  public void close() {
    server.stop(0);
    undeclared.forEach(
        error -> {
          throw error;
        });
  }
}
