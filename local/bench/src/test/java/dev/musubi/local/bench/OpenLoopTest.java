package dev.musubi.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final Duration STALL = Duration.ofMillis(400);

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void a_server_that_stalls_once_is_not_excused_by_a_client_that_waits_for_it() {
    server.createContext("/", this::stallAtFirst);

    Load load = new OpenLoop(1).run(requests(), 20, 100);

    assertThat(asked).hasValue(20);
    assertThat(load.failures()).isZero();
    assertThat(load.millis(50))
        .as("the tenth request was due while the first still stalled")
        .isGreaterThan(STALL.toMillis() / 4.0);
  }

  @Test
  void what_is_not_answered_with_200_is_a_failure() {
    server.createContext("/", exchange -> answer(exchange, 500));

    assertThat(new OpenLoop(2).flatOut(requests(), 7).failures()).isEqualTo(7);
  }

  private void stallAtFirst(HttpExchange exchange) throws IOException {
    if (asked.getAndIncrement() == 0) {
      Stopwatch.hold(STALL);
    }
    answer(exchange, 200);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private LongFunction<HttpRequest> requests() {
    URI to = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return at -> HttpRequest.newBuilder(to).GET().build();
  }
}
