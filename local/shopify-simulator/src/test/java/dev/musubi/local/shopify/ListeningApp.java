package dev.musubi.local.shopify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An app on loopback that remembers what it was asked and answers as it is told. */
final class ListeningApp implements AutoCloseable {
  private final HttpServer server;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile Function<Heard, Said> answer = request -> Said.status(200);

  record Heard(
      String method, String path, String rawQuery, Map<String, String> headers, byte[] body) {
    String header(String name) {
      return Optional.ofNullable(headers.get(name)).orElse("");
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    String parameter(String name) {
      for (String pair : rawQuery.split("&")) {
        if (pair.startsWith(name + "=")) {
          return pair.substring(name.length() + 1);
        }
      }
      return "(absent)";
    }
  }

  record Said(int status, Map<String, String> headers, String body) {
    static Said status(int status) {
      return new Said(status, Map.of(), "");
    }

    static Said json(String body) {
      return new Said(200, Map.of("Content-Type", "application/json"), body);
    }
  }

  ListeningApp() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void answers(Function<Heard, Said> how) {
    answer = how;
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  List<Heard> webhooks() {
    return heard.stream().filter(h -> h.path().equals("/webhooks")).toList();
  }

  List<String> topics() {
    return webhooks().stream().map(h -> h.header("X-Shopify-Topic")).toList();
  }

  /** Waits until a webhook of that topic has come. */
  Heard await(String topic) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    synchronized (heard) {
      while (!topics().contains(topic)) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("no webhook of " + topic + ", only " + topics());
        }
        heard.wait(left);
      }
    }
    return webhooks().get(topics().indexOf(topic));
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    URI uri = exchange.getRequestURI();
    Heard request =
        new Heard(
            exchange.getRequestMethod(),
            uri.getRawPath(),
            Optional.ofNullable(uri.getRawQuery()).orElse(""),
            headers,
            exchange.getRequestBody().readAllBytes());
    synchronized (heard) {
      heard.add(request);
      heard.notifyAll();
    }
    Said said = answer.apply(request);
    said.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
