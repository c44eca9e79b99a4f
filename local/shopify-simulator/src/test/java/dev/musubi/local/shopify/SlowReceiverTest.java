package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.local.shopify.ListeningApp.Said;
import dev.musubi.local.shopify.webhook.WebhookOutcome;
import dev.musubi.local.shopify.webhook.WebhookOutcome.State;
import dev.musubi.local.shopify.webhook.WebhookSettings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlowReceiverTest extends SimulatorTest {

  @Override
  WebhookSettings settings() {
    return WebhookSettings.asShopify().withPatience(Duration.ofMillis(200), Duration.ofMillis(200));
  }

  @Test
  void an_answer_that_takes_too_long_is_a_failure() throws Exception {
    CountDownLatch patienceIsOver = new CountDownLatch(1);
    app.answers(
        request -> {
          await(patienceIsOver);
          return Said.status(200);
        });

    assertThat(attempted(simulator.customers().erase(SHOP, HANA)))
        .extracting(WebhookOutcome::state)
        .containsExactly(State.WAITING_FOR_RETRY);
    patienceIsOver.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shopify_waits_one_second_for_a_connection_and_five_in_all() {
    assertThat(WebhookSettings.asShopify().connectPatience()).isEqualTo(Duration.ofSeconds(1));
    assertThat(WebhookSettings.asShopify().patience()).isEqualTo(Duration.ofSeconds(5));
    assertThatThrownBy(() -> WebhookSettings.asShopify().withPatience(Duration.ZERO, Duration.ZERO))
        .hasMessage("'patience' must be positive");
  }
}
