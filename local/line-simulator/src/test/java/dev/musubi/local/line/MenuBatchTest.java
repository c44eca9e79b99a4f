package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.YUKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MenuBatchTest {
  private static final String BATCH = "/v2/bot/richmenu/batch";
  private final Line line = new Line();
  private final Menus menus = new Menus(line);

  @BeforeEach
  void befriend() {
    line.simulator.befriend(SHOP, YUKI);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void everybody_of_one_menu_gets_another() {
    var old = menus.ready();
    var next = menus.ready();
    menus.link(HANA, old);

    var answer = line.post(BATCH, operations(link(old, next)));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(menus.of(HANA)).isEqualTo(next);
    assertThat(menus.of(YUKI)).isEmpty();
    var progress =
        line.get(
            "/v2/bot/richmenu/progress/batch?requestId="
                + answer.header("x-line-request-id").orElseThrow());
    assertThat(progress.json().path("phase").asText()).isEqualTo("succeeded");
    assertThat(line.get("/v2/bot/richmenu/progress/batch?requestId=x").status()).isEqualTo(404);
  }

  @Test
  void a_menu_or_all_menus_are_taken_from_everybody() {
    var one = menus.ready();
    var other = menus.ready();
    menus.link(HANA, one);
    menus.link(YUKI, other);

    line.post(BATCH, operations("{\"type\":\"unlink\",\"from\":\"%s\"}".formatted(one)));
    assertThat(menus.of(HANA)).isEmpty();
    assertThat(menus.of(YUKI)).isEqualTo(other);

    line.post(BATCH, operations("{\"type\":\"unlinkAll\"}"));
    assertThat(menus.of(YUKI)).isEmpty();
  }

  @Test
  void a_batch_of_a_known_resume_key_is_done_once() {
    var old = menus.ready();
    var next = menus.ready();
    var body = "{\"operations\":[%s],\"resumeRequestKey\":\"winter\"}".formatted(link(old, next));
    line.post(BATCH, body);
    menus.link(HANA, old);

    assertThat(line.post(BATCH, body).status()).isEqualTo(202);

    assertThat(menus.of(HANA)).isEqualTo(old);
  }

  @Test
  void three_batches_an_hour_are_taken() {
    var body = operations("{\"type\":\"unlinkAll\"}");
    for (var i = 0; i < 3; i++) {
      assertThat(line.post(BATCH, body).status()).isEqualTo(202);
    }
    assertThat(line.post(BATCH, body).status()).isEqualTo(429);

    line.clock.forward(Duration.ofMinutes(20));
    line.newToken();

    assertThat(line.post(BATCH, body).status()).isEqualTo(202);
  }

  @Test
  void a_batch_that_makes_no_sense_is_refused_and_so_is_its_validation() {
    var menu = menus.ready();
    assertRefused("{\"operations\":[]}");
    assertRefused(operations("{\"type\":\"swap\"}"));
    assertRefused(operations("{\"type\":\"unlinkAll\"},{\"type\":\"unlinkAll\"}"));
    assertRefused(operations(link(menu, menu) + "," + link(menu, menu)));
    assertRefused("{\"operations\":[{\"type\":\"unlinkAll\"}],\"resumeRequestKey\":\"a b\"}");
    assertThat(
            line.post("/v2/bot/richmenu/validate/batch", operations(link(menu, "none"))).status())
        .isEqualTo(404);
    assertThat(line.post("/v2/bot/richmenu/validate/batch", operations(link(menu, menu))).status())
        .isEqualTo(200);
  }

  private void assertRefused(String body) {
    assertThat(line.post("/v2/bot/richmenu/validate/batch", body).status()).isEqualTo(400);
  }

  private static String operations(String operations) {
    return "{\"operations\":[" + operations + "]}";
  }

  private static String link(String from, String to) {
    return "{\"type\":\"link\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
  }
}
