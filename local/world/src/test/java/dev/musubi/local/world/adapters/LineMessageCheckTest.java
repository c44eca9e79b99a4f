package dev.musubi.local.world.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.MessageCheck;
import dev.musubi.core.wording.MessageCheck.Checked;
import dev.musubi.core.wording.Rendered;
import dev.musubi.line.api.LineMessageCheck;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineMessageCheckTest {

  private static final ShopId SHOP = new ShopId("hinode");

  private final LinePlatform line =
      new LinePlatform(
          () -> Instant.parse("2026-11-22T03:00:00Z"),
          List.of(SHOP),
          List.of(new LineUserId("U" + "1".repeat(32))));
  private final MessageCheck check = new LineMessageCheck(line.calls);

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_message_that_LINE_takes_is_fine_and_nobody_gets_it() {
    assertThat(check("{\"type\":\"text\",\"text\":\"hello\"}")).isInstanceOf(Checked.Fine.class);
    assertThat(line.simulator.messages()).isEmpty();
  }

  @Test
  void what_LINE_objects_to_is_told() {
    assertThat(check("{\"type\":\"text\",\"text\":\"" + "x".repeat(5001) + "\"}"))
        .isInstanceOf(Checked.Objections.class);
  }

  @Test
  void a_property_that_LINE_does_not_know_is_told() {
    assertThat(check("{\"type\":\"text\",\"text\":\"hello\",\"colour\":\"red\"}"))
        .isEqualTo(new Checked.Objections(List.of("it has properties that LINE does not know")));
  }

  @Test
  void a_LINE_that_is_out_of_reach_is_unclear() {
    line.close();
    assertThat(check("{\"type\":\"text\",\"text\":\"hello\"}")).isInstanceOf(Checked.Unclear.class);
  }

  private Checked check(String message) {
    return check.check(SHOP, new Rendered("[" + message + "]"));
  }
}
