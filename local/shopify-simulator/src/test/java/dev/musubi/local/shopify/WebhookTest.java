package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.local.shopify.ListeningApp.Heard;
import dev.musubi.local.shopify.ListeningApp.Said;
import dev.musubi.local.shopify.shop.Delivery.Header;
import dev.musubi.local.shopify.webhook.Activity;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.shopify.webhook.Disorder;
import dev.musubi.local.shopify.webhook.RawWebhook;
import dev.musubi.local.shopify.webhook.ReleaseOrder;
import dev.musubi.local.shopify.webhook.Signature;
import dev.musubi.local.shopify.webhook.WebhookOutcome;
import dev.musubi.local.shopify.webhook.WebhookOutcome.State;
import dev.musubi.local.shopify.webhook.WebhookSettings.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WebhookTest extends SimulatorTest {
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();

  @Override
  Activity activity() {
    return what -> {
      begun.incrementAndGet();
      underWay.incrementAndGet();
      return underWay::decrementAndGet;
    };
  }

  @Test
  void a_webhook_has_every_header_that_shopify_sends() throws Exception {
    attempted(simulator.merchants().stock(SHOP, "sakura-tea", 5));

    Heard webhook = app.webhooks().getLast();
    assertThat(webhook.header("X-Shopify-Topic")).isEqualTo("products/update");
    assertThat(webhook.header("X-Shopify-Shop-Domain")).isEqualTo("hanaya.myshopify.com");
    assertThat(webhook.header("X-Shopify-API-Version")).isEqualTo("2026-10");
    assertThat(webhook.header("X-Shopify-Triggered-At"))
        .isEqualTo("2026-11-22T03:00:00.000000000Z");
    assertThat(webhook.header("X-Shopify-Webhook-Id")).hasSize(36);
    assertThat(webhook.header("X-Shopify-Event-Id")).hasSize(36);
    assertThat(webhook.header("X-Shopify-Product-Id")).isEqualTo("101");
    assertThat(webhook.header("Content-Type")).isEqualTo("application/json");
    assertThat(webhook.header("X-Shopify-Hmac-Sha256"))
        .isEqualTo(Signature.base64(SECRET, webhook.body()));
    assertThat(webhook.text()).contains("桜茶 \\u0026 \\u003c菓子\\u003e").contains("https:\\/\\/");
  }

  @Test
  void the_webhooks_of_one_act_share_an_event_and_have_ids_of_their_own() throws Exception {
    attempted(simulator.merchants().stock(SHOP, "sakura-tea", 5));

    assertThat(app.webhooks()).hasSize(2);
    assertThat(app.webhooks().stream().map(h -> h.header("X-Shopify-Event-Id")).distinct())
        .hasSize(1);
    assertThat(app.webhooks().stream().map(h -> h.header("X-Shopify-Webhook-Id")).distinct())
        .hasSize(2);
  }

  @Test
  void a_refused_webhook_comes_again_a_minute_later_with_the_same_id_and_payload()
      throws Exception {
    app.answers(request -> Said.status(500));
    Caused caused = simulator.merchants().stock(SHOP, "wind-bell", 2);
    assertThat(attempted(caused))
        .extracting(WebhookOutcome::state)
        .containsOnly(State.WAITING_FOR_RETRY);
    assertThat(caused.settled()).isNotDone();
    Instant due = clock.instant().plusSeconds(60);
    assertThat(simulator.webhooks().nextDue()).contains(due);

    app.answers(request -> Said.status(200));
    attempted(simulator.merchants().stock(SHOP, "wind-bell", 1));
    clock.forward(Duration.ofSeconds(60));
    simulator.webhooks().runDue(clock.instant());

    assertThat(settled(caused)).extracting(WebhookOutcome::state).containsOnly(State.ACCEPTED);
    assertThat(simulator.webhooks().nextDue()).isEmpty();
    Heard first = app.webhooks().getFirst();
    Heard again = app.webhooks().get(4);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("X-Shopify-Webhook-Id"))
        .isEqualTo(first.header("X-Shopify-Webhook-Id"));
  }

  @Test
  void a_redirect_is_a_failure() throws Exception {
    app.answers(request -> Said.status(301));

    assertThat(attempted(simulator.merchants().stock(SHOP, "wind-bell", 2)))
        .extracting(WebhookOutcome::state)
        .containsOnly(State.WAITING_FOR_RETRY);
  }

  @Test
  void after_eight_retries_in_four_hours_a_webhook_is_given_up() throws Exception {
    app.answers(request -> Said.status(503));
    Instant start = clock.instant();
    Caused caused = simulator.customers().erase(SHOP, HANA);
    attempted(caused);

    while (simulator.webhooks().nextDue().isPresent()) {
      clock.forward(Duration.between(clock.instant(), simulator.webhooks().nextDue().get()));
      simulator.webhooks().runDue(clock.instant());
    }

    assertThat(settled(caused))
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.state()).isEqualTo(State.GIVEN_UP);
              assertThat(outcome.attempts()).isEqualTo(9);
            });
    assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void an_app_specific_subscription_outlives_every_failure() throws Exception {
    after_eight_retries_in_four_hours_a_webhook_is_given_up();
    app.answers(request -> Said.status(200));

    assertThat(settled(simulator.customers().erase(SHOP, HANA)))
        .extracting(WebhookOutcome::state)
        .containsOnly(State.ACCEPTED);
  }

  @Test
  void a_webhook_can_be_delivered_a_second_time() throws Exception {
    Caused caused = simulator.customers().erase(SHOP, HANA);
    attempted(caused);

    attempted(simulator.webhooks().again(SHOP, caused.webhookIds().getFirst()));

    assertThat(app.webhooks()).hasSize(2);
    assertThat(app.webhooks().get(1).body()).isEqualTo(app.webhooks().get(0).body());
    assertThat(app.webhooks().get(1).header("X-Shopify-Webhook-Id"))
        .isEqualTo(app.webhooks().get(0).header("X-Shopify-Webhook-Id"));
  }

  @Test
  void webhooks_that_were_kept_back_come_late_and_in_the_order_wanted() throws Exception {
    simulator.webhooks().hold(SHOP);
    simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 1);
    assertThat(underWay).hasValue(0);
    clock.forward(Duration.ofHours(2));

    attempted(simulator.webhooks().release(SHOP, ReleaseOrder.NEWEST_FIRST));

    assertThat(app.topics())
        .containsExactly(
            "products/update", "inventory_levels/update", "orders/paid", "orders/create");
    assertThat(app.webhooks())
        .allSatisfy(
            h -> assertThat(h.header("X-Shopify-Triggered-At")).startsWith("2026-11-22T03:00"));
    attempted(simulator.customers().erase(SHOP, HANA));
    assertThat(app.topics()).endsWith("customers/redact");
  }

  @Test
  void whoever_waits_for_what_is_kept_back_is_told_so() throws Exception {
    simulator.webhooks().hold(SHOP);

    assertThat(attempted(simulator.customers().erase(SHOP, HANA)))
        .extracting(WebhookOutcome::state)
        .containsOnly(State.KEPT_BACK);
    simulator.clearFaults();
    app.await("customers/redact");
  }

  @Test
  void webhooks_can_come_several_times_with_the_same_id() throws Exception {
    simulator.webhooks().disorder(SHOP, new Disorder(2, Duration.ZERO, false));
    Caused caused = simulator.customers().erase(SHOP, HANA);
    attempted(caused);
    attempted(simulator.customers().export(SHOP, HANA));

    assertThat(app.webhooks().stream().map(h -> h.header("X-Shopify-Webhook-Id")).limit(3))
        .containsOnly(caused.webhookIds().getFirst());
    assertThat(app.topics().subList(0, 4))
        .containsExactly(
            "customers/redact", "customers/redact", "customers/redact", "customers/data_request");
  }

  @Test
  void webhooks_can_come_late_by_the_clock() throws Exception {
    simulator.webhooks().disorder(SHOP, new Disorder(0, Duration.ofHours(20), false));
    Caused caused = simulator.customers().erase(SHOP, HANA);
    assertThat(attempted(caused)).extracting(WebhookOutcome::state).containsOnly(State.KEPT_BACK);
    assertThat(app.webhooks()).isEmpty();
    assertThat(simulator.webhooks().nextDue()).contains(clock.instant().plus(Duration.ofHours(20)));

    clock.forward(Duration.ofHours(20));
    simulator.webhooks().runDue(clock.instant());

    assertThat(settled(caused)).extracting(WebhookOutcome::state).containsOnly(State.ACCEPTED);
    assertThat(app.webhooks().getFirst().header("X-Shopify-Triggered-At"))
        .startsWith("2026-11-22T03:00");
    assertThatThrownBy(() -> new Disorder(0, Duration.ofDays(2), false))
        .hasMessage("'late' must be at most one day");
  }

  @Test
  void the_webhooks_of_one_act_can_come_in_the_opposite_order() throws Exception {
    simulator.webhooks().disorder(SHOP, new Disorder(0, Duration.ZERO, true));
    attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 1));

    assertThat(app.topics())
        .containsExactly(
            "products/update", "inventory_levels/update", "orders/paid", "orders/create");
    attempted(simulator.webhooks().again(SHOP));
    assertThat(app.topics()).hasSize(8);
  }

  @Test
  void a_shop_can_change_to_subscriptions_of_its_own() throws Exception {
    simulator.webhooks().subscribe(SHOP, Subscriptions.SHOP_SPECIFIC);
    app.answers(request -> Said.status(500));
    attempted(simulator.merchants().unpublish(SHOP, "wind-bell"));
    while (simulator.webhooks().nextDue().isPresent()) {
      clock.forward(Duration.between(clock.instant(), simulator.webhooks().nextDue().get()));
      simulator.webhooks().runDue(clock.instant());
    }
    assertThat(simulator.merchants().publish(SHOP, "wind-bell").webhookIds()).isEmpty();

    simulator.webhooks().subscribe(SHOP, Subscriptions.APP_SPECIFIC);
    assertThat(simulator.merchants().unpublish(SHOP, "wind-bell").webhookIds()).hasSize(1);
  }

  @Test
  void nobody_waits_any_longer_once_the_shops_are_cleared() throws Exception {
    simulator.webhooks().hold(SHOP);
    Caused caused = simulator.customers().erase(SHOP, HANA);

    simulator.clear();

    assertThat(settled(caused)).extracting(WebhookOutcome::state).containsOnly(State.GIVEN_UP);
    assertThat(app.webhooks()).isEmpty();
  }

  @Test
  void a_hand_made_webhook_is_signed_and_may_carry_headers_of_its_own() throws Exception {
    attempted(
        simulator
            .webhooks()
            .raw(
                SHOP,
                new RawWebhook(
                    "orders/create",
                    "{\"odd\":1}",
                    List.of(new Header("X-Shopify-Shop-Domain", "other.myshopify.com")))));

    Heard webhook = app.webhooks().getFirst();
    assertThat(webhook.text()).isEqualTo("{\"odd\":1}");
    assertThat(webhook.header("X-Shopify-Shop-Domain")).isEqualTo("other.myshopify.com");
    assertThat(webhook.header("X-Shopify-Hmac-Sha256"))
        .isEqualTo(Signature.base64(SECRET, webhook.body()));
  }

  @Test
  void the_world_is_told_while_webhooks_are_under_way() throws Exception {
    AtomicInteger seen = new AtomicInteger();
    app.answers(
        request -> {
          seen.set(underWay.get());
          return Said.status(200);
        });

    attempted(simulator.customers().erase(SHOP, HANA));

    assertThat(begun).hasValue(1);
    assertThat(seen).hasValue(1);
  }

  @Test
  void what_waits_for_a_retry_survives_a_restart() throws Exception {
    app.answers(request -> Said.status(500));
    attempted(simulator.customers().erase(SHOP, HANA));
    String saved = simulator.save();
    app.answers(request -> Said.status(200));

    try (ShopSimulator restarted = ShopSimulator.start(clock, settings(), Activity.unobserved())) {
      restarted.load(saved);
      restarted.addShop(shop(SHOP, "client-1"));
      restarted.webhooks().runDue(restarted.webhooks().nextDue().orElseThrow());
    }

    assertThat(app.webhooks()).hasSize(2);
    assertThat(app.webhooks().get(1).header("X-Shopify-Webhook-Id"))
        .isEqualTo(app.webhooks().get(0).header("X-Shopify-Webhook-Id"));
  }
}
