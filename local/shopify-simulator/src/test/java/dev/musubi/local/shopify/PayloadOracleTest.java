package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.shopify.ListeningApp.Heard;
import dev.musubi.local.shopify.acts.OrderChoice;
import dev.musubi.local.shopify.acts.Purchase;
import dev.musubi.local.shopify.acts.ShippingActs.News;
import dev.musubi.local.shopify.acts.ShippingActs.Sending;
import dev.musubi.local.shopify.shop.ParcelState;
import dev.musubi.local.shopify.shop.Payment;
import dev.musubi.local.shopify.webhook.WebhookSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Webhooks have the fields of Shopify's own samples of 2026-04, no more and no fewer. */
@EnabledIfEnvironmentVariable(named = SharedFolder.VARIABLE, matches = ".+")
class PayloadOracleTest extends SimulatorTest {

  /** The simulated merchant neither makes nor deletes products. */
  private static final List<String> CAUSED_BY_NO_ACT =
      List.of("products/create", "products/delete");

  @Override
  WebhookSettings settings() {
    return WebhookSettings.asShopify().with(WebhookSettings.everyTopic());
  }

  @Test
  void every_payload_has_the_fields_of_shopifys_sample() throws Exception {
    Path samples = SharedFolder.path().resolve("fixtures/shopify/docs-samples-2026-04");
    everythingHappens();

    Map<String, JsonNode> payloads = new LinkedHashMap<>();
    for (Heard webhook : app.webhooks()) {
      payloads.put(webhook.header("X-Shopify-Topic"), json(webhook));
    }
    List<String> caused = new ArrayList<>(settings().topics());
    caused.removeAll(CAUSED_BY_NO_ACT);
    assertThat(payloads.keySet()).containsAll(caused).contains("shop/redact");
    for (Map.Entry<String, JsonNode> payload : payloads.entrySet()) {
      Path sample = samples.resolve(payload.getKey().replace("/", "__") + ".json");
      compare(payload.getKey(), payload.getValue(), JSON.readTree(sample.toFile()));
    }
  }

  private void everythingHappens() throws Exception {
    OrderChoice hanas = OrderChoice.newestOf(HANA);
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 2));
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 1));
    attempted(simulator.shoppers().buy(SHOP, HANA, "wind-bell", 3));
    attempted(simulator.merchants().stock(SHOP, "wind-bell", "store", 3));
    attempted(simulator.orders().refund(SHOP, hanas, Optional.of(1), false));
    attempted(simulator.orders().cancel(SHOP, hanas, true));
    attempted(simulator.shoppers().buy(SHOP, HANA, Purchase.ofCheckout(Payment.BANK_TRANSFER)));
    attempted(simulator.orders().pay(SHOP, hanas));
    attempted(simulator.shipping().ship(SHOP, hanas, some(1)));
    attempted(simulator.shipping().ship(SHOP, hanas, Sending.everything()));
    attempted(simulator.shipping().update(SHOP, hanas, News.of(ParcelState.DELIVERED)));
    attempted(simulator.customers().tag(SHOP, HANA, List.of("line")));
    attempted(simulator.customers().untag(SHOP, HANA, List.of("line")));
    attempted(simulator.customers().erase(SHOP, HANA));
    attempted(simulator.customers().export(SHOP, HANA));
    attempted(simulator.customers().merge(SHOP, HANA, TARO));
    attempted(simulator.merchants().uninstall(SHOP));
    attempted(simulator.merchants().redactShop(SHOP));
  }

  private static Sending some(int quantity) {
    return new Sending(Optional.of(quantity), Optional.empty(), Optional.empty(), false);
  }

  private static void compare(String topic, JsonNode ours, JsonNode sample) {
    assertThat(ours.fieldNames())
        .as(topic)
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(() -> sample.fieldNames());
    for (String nested :
        List.of("customer", "line_items", "variants", "refund_line_items", "transactions")) {
      JsonNode our = first(ours.path(nested));
      JsonNode their = first(sample.path(nested));
      if (their.isObject()) {
        assertThat(our.fieldNames())
            .as(topic + " " + nested)
            .toIterable()
            .containsExactlyInAnyOrderElementsOf(() -> their.fieldNames());
      }
    }
  }

  private static JsonNode first(JsonNode node) {
    return node.isArray() ? node.path(0) : node;
  }
}
