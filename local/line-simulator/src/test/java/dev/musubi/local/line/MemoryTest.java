package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final String KEY = "123e4567-e89b-12d3-a456-426614174000";
  private final Watch watch = new Watch();
  private final Line line = new Line(Line.PATIENT, watch);

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_saved_world_goes_on_where_it_was() {
    line.push(HANA, "a", "X-Line-Retry-Key", KEY);
    done(line.hana().say("hi"));
    done(line.taro().follow());
    var log = line.simulator.messages();
    var chat = line.hana().chat();
    var saved = line.simulator.save();

    line.simulator.clear();
    line.simulator.load(saved);

    assertThat(line.simulator.messages()).isEqualTo(log);
    assertThat(line.hana().chat()).isEqualTo(chat);
    assertThat(line.taro().friend()).isTrue();
    assertThat(line.push(HANA, "a", "X-Line-Retry-Key", KEY).status()).isEqualTo(409);
    assertThat(line.simulator.save()).isEqualTo(saved);
  }

  @Test
  void a_redelivery_survives() {
    line.bot.answer(500);
    line.hana().say("hi");
    watch.awaitEnd();
    var saved = line.simulator.save();
    line.simulator.clear();
    assertThat(line.simulator.nextDue()).isEmpty();

    line.simulator.load(saved);
    line.clock.forward(Duration.ofMinutes(1));
    line.simulator.runDue(line.clock.instant());
    watch.awaitEnd();

    assertThat(line.bot.newest().event().at("/deliveryContext/isRedelivery").asBoolean()).isTrue();
  }

  @Test
  void a_cleared_platform_knows_nobody() {
    line.push(HANA, "a");

    line.simulator.clear();

    assertThat(line.simulator.messages()).isEmpty();
    assertThatThrownBy(() -> line.simulator.person(SHOP, HANA)).hasMessageContaining(SHOP);
  }

  @Test
  void a_webhook_that_was_under_way_does_not_come_again_into_a_cleared_platform() {
    line.bot.answer(500);
    var act = line.hana().say("hi");
    line.simulator.clear();

    assertThat(done(act)).noneMatch(WebhookReceipt::accepted);

    watch.awaitEnd();
    assertThat(line.simulator.nextDue()).isEmpty();
  }

  @Test
  void a_text_that_is_no_saved_state_changes_nothing() {
    assertThatThrownBy(() -> line.simulator.load("{\"channels\":[]}"))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(line.hana().friend()).isTrue();
  }
}
