package dev.musubi.local.line;

import static dev.musubi.local.line.Line.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisturbanceTest {
  private final Watch watch = new Watch();
  private final Line line = new Line(Line.PATIENT, watch);

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_webhook_can_come_twice_as_it_is() {
    line.simulator.disturb(Disturbance.DUPLICATE, 1);

    done(line.hana().say("a"));
    watch.awaitEnd();
    watch.awaitEnd();
    done(line.hana().say("b"));

    assertThat(line.bot.received()).hasSize(3);
    assertThat(line.bot.received().get(1).body()).isEqualTo(line.bot.received().getFirst().body());
    assertThat(line.bot.newest().event().at("/message/text").asText()).isEqualTo("b");
  }

  @Test
  void two_webhooks_can_change_places() {
    line.simulator.disturb(Disturbance.SWAP, 1);

    var first = line.hana().say("first");
    assertThat(first.webhooks()).isNotDone();
    done(line.hana().say("second"));
    done(first);

    assertThat(line.bot.received())
        .extracting(received -> received.event().at("/message/text").asText())
        .containsExactly("second", "first");
  }

  @Test
  void one_that_waits_for_another_goes_when_the_faults_are_cleared() {
    line.simulator.disturb(Disturbance.SWAP, 1);
    var held = line.hana().say("held");

    line.simulator.clearFaults();

    assertThat(done(held).getFirst().accepted()).isTrue();
  }

  @Test
  void one_that_waits_is_forgotten_with_everything_else() {
    line.simulator.disturb(Disturbance.SWAP, 1);
    var held = line.hana().say("held");

    line.simulator.clear();

    assertThat(done(held).getFirst().accepted()).isFalse();
    assertThat(line.bot.received()).isEmpty();
  }

  @Test
  void at_least_one_webhook_is_disturbed() {
    assertThatThrownBy(() -> line.simulator.disturb(Disturbance.SWAP, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
