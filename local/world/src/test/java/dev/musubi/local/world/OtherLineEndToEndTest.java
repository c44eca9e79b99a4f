package dev.musubi.local.world;

import static dev.musubi.local.world.Stranger.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another server stands in for LINE's API: it shares no code with ours. */
class OtherLineEndToEndTest {
  private static final Map<String, String> ANSWERS =
      new TreeMap<>(
          Map.of(
              "POST /oauth2/v3/token",
              "{\"token_type\":\"Bearer\",\"access_token\":\"other\",\"expires_in\":900}",
              "GET /v2/bot/message/quota",
              "{\"type\":\"limited\",\"value\":1000}",
              "GET /v2/bot/message/quota/consumption",
              "{\"totalUsage\":0}",
              "GET /v2/bot/richmenu/list",
              "{\"richmenus\":[]}",
              "POST /v2/bot/richmenu",
              "{\"richMenuId\":\"richmenu-0123456789abcdef0123456789abcdef\"}",
              "POST /v2/bot/message/push",
              "{\"sentMessages\":[{\"id\":\"1\",\"quoteToken\":\"q\"}]}"));

  private final List<String> pushed = new CopyOnWriteArrayList<>();
  private HttpServer line;

  @BeforeEach
  void start() throws IOException {
    line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    line.createContext("/", this::answer);
    line.start();
  }

  @AfterEach
  void end() {
    line.stop(0);
  }

  @Test
  void yesterdays_views_reach_it_once_at_18_00() {
    String base = "http://127.0.0.1:" + line.getAddress().getPort();
    try (Stranger world =
        Stranger.in("2026-03-02T10:00:00+09:00", Map.of("MUSUBI_LINE_BASE", base))) {
      world.act(SHOP, "yuki", "view", "\"product\":\"sencha-asagiri\"");
      world.walkTo("2026-03-03T17:59:00+09:00");
      assertThat(pushed).isEmpty();

      world.walkTo("2026-03-03T18:00:00+09:00");
      world.idle();
      assertThat(pushed).singleElement().asString().contains("煎茶 朝霧");
      assertThat(world.outcomes(SHOP, "yuki"))
          .singleElement()
          .satisfies(row -> assertThat(row.path("outcome").asText()).isEqualTo("SENT"));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (asked.equals("POST /v2/bot/message/push")) {
        pushed.add(body);
      }
      byte[] answer = ANSWERS.getOrDefault(asked, "{}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("content-type", "application/json");
      exchange.getResponseHeaders().add("x-line-request-id", "other-" + pushed.size());
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
