package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.shopify.ListeningApp.Said;
import dev.musubi.local.shopify.webhook.WebhookSettings;
import dev.musubi.local.shopify.webhook.WebhookSettings.Subscriptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopSpecificSubscriptionTest extends SimulatorTest {
  static final String LIST =
      "query { webhookSubscriptions(first: 100) { nodes { id topic uri filter includeFields } } }";

  static final String UPDATE =
      """
        mutation($id: ID!, $sub: WebhookSubscriptionInput!) {
          webhookSubscriptionUpdate(id: $id, webhookSubscription: $sub) {
            webhookSubscription { id uri filter includeFields name }
            userErrors { field message } }
        }""";

  static final String CREATE =
      """
        mutation($uri: String!) {
          webhookSubscriptionCreate(
            topic: PRODUCTS_UPDATE
            webhookSubscription: {uri: $uri, name: "mine", includeFields: ["id", "updated_at"]}
          ) { webhookSubscription { id } userErrors { field message } }
        }""";

  @Override
  WebhookSettings settings() {
    return WebhookSettings.asShopify().with(Subscriptions.SHOP_SPECIFIC);
  }

  @Test
  void a_subscription_is_deleted_after_its_retries_are_used_up() throws Exception {
    String token = token();
    assertThat(topics(token)).contains("PRODUCTS_UPDATE");
    app.answers(request -> Said.status(500));
    attempted(simulator.merchants().unpublish(SHOP, "wind-bell"));

    while (simulator.webhooks().nextDue().isPresent()) {
      clock.forward(Duration.between(clock.instant(), simulator.webhooks().nextDue().get()));
      simulator.webhooks().runDue(clock.instant());
    }

    assertThat(topics(token)).doesNotContain("PRODUCTS_UPDATE").contains("ORDERS_CREATE");
    app.answers(request -> Said.status(200));
    assertThat(simulator.merchants().publish(SHOP, "wind-bell").webhookIds()).isEmpty();
  }

  @Test
  void an_app_can_subscribe_again_and_is_told_again() throws Exception {
    String token = token();
    String id = id(token, "PRODUCTS_UPDATE");
    ask(
        token,
        "mutation($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId } }",
        Map.of("id", id));
    assertThat(simulator.merchants().unpublish(SHOP, "wind-bell").webhookIds()).isEmpty();

    Map<String, String> address = Map.of("uri", app.at("/webhooks").toString());
    assertThat(ask(token, CREATE, address).at("/data/webhookSubscriptionCreate/userErrors"))
        .isEmpty();
    attempted(simulator.merchants().publish(SHOP, "wind-bell"));

    assertThat(app.webhooks().getFirst().header("X-Shopify-Name")).isEqualTo("mine");
    assertThat(json(app.webhooks().getFirst()).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "updated_at");
    assertThat(
            ask(token, CREATE, address)
                .at("/data/webhookSubscriptionCreate/userErrors/0/message")
                .asText())
        .isEqualTo("Address for this topic has already been taken");
    assertThat(
            ask(token, CREATE, Map.of("uri", "http://example.com/hooks"))
                .at("/data/webhookSubscriptionCreate/userErrors/0/message")
                .asText())
        .isEqualTo("Address protocol http:// is not supported");
  }

  @Test
  void a_subscription_can_be_narrowed_by_a_filter_and_to_fields() throws Exception {
    String token = token();
    String id = id(token, "PRODUCTS_UPDATE");
    JsonNode narrowed =
        update(
            token,
            id,
            Map.of(
                "filter",
                "variants.price:>=3000",
                "includeFields",
                List.of("id", "variants.id", "variants.price", "nothing")));
    assertThat(narrowed.at("/webhookSubscription/filter").asText())
        .isEqualTo("variants.price:>=3000");

    assertThat(simulator.merchants().unpublish(SHOP, "sakura-tea").webhookIds()).isEmpty();
    attempted(simulator.merchants().unpublish(SHOP, "wind-bell"));

    JsonNode told = json(app.webhooks().getFirst());
    assertThat(told.fieldNames()).toIterable().containsExactly("id", "variants");
    assertThat(told.at("/variants/0").fieldNames()).toIterable().containsExactly("id", "price");
  }

  @Test
  void a_subscription_that_makes_no_sense_is_refused_with_its_field() throws Exception {
    String token = token();
    String id = id(token, "PRODUCTS_UPDATE");

    assertThat(
            update(token, id, Map.of("filter", "expensive")).at("/userErrors/0/field/1").asText())
        .isEqualTo("filter");
    assertThat(update(token, id, Map.of("uri", "nowhere")).at("/userErrors/0/message").asText())
        .isEqualTo("Address is invalid");
    assertThat(
            update(token, id, Map.of("name", "n".repeat(51))).at("/userErrors/0/field/1").asText())
        .isEqualTo("name");
    JsonNode unknown = update(token, "gid://shopify/WebhookSubscription/1", Map.of("name", "mine"));
    assertThat(unknown.at("/userErrors/0/field/0").asText()).isEqualTo("id");
    String old = "https://api.example.com/old";
    assertThat(
            update(token, id, Map.of("callbackUrl", old)).at("/webhookSubscription/uri").asText())
        .isEqualTo(old);
  }

  private JsonNode update(String token, String id, Map<String, Object> sub) throws Exception {
    return ask(token, UPDATE, Map.of("id", id, "sub", sub)).at("/data/webhookSubscriptionUpdate");
  }

  private String id(String token, String topic) throws Exception {
    for (JsonNode one : ask(token, LIST, Map.of()).at("/data/webhookSubscriptions/nodes")) {
      if (one.path("topic").asText().equals(topic)) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("no subscription to " + topic);
  }

  @Test
  void compliance_topics_go_to_the_app_whatever_the_shop_subscribed_to() throws Exception {
    attempted(simulator.customers().erase(SHOP, HANA));

    assertThat(app.topics()).containsExactly("customers/redact");
  }

  private List<String> topics(String token) throws Exception {
    return ask(token, LIST, Map.of())
        .at("/data/webhookSubscriptions/nodes")
        .findValuesAsText("topic");
  }
}
