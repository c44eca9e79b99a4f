package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.shopify.acts.OrderChoice;
import dev.musubi.local.shopify.acts.ShippingActs.Sending;
import dev.musubi.local.shopify.admin.Fault;
import dev.musubi.local.shopify.admin.HowOften;
import dev.musubi.local.shopify.shop.AppCredentials;
import dev.musubi.local.shopify.shop.Call;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.shop.UnknownName;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminApiTest extends SimulatorTest {
  static final String TAGS_ADD =
      "mutation TagsAdd($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) {"
          + " node { id } userErrors { field message } } }";
  static final String ORDER =
      "query($id: ID!) { order(id: $id) { name customer { id tags locale }"
          + " fulfillments(first: 5) { status trackingInfo(first: 1) { number } } } }";
  private static final Map<String, Object> LINE_TO_HANA =
      Map.of("id", "gid://shopify/Customer/7001", "tags", List.of("line"));
  static final String CARDS =
      """
      query Cards($ids: [ID!]!) { nodes(ids: $ids) {
        ... on Product { id title handle status isGiftCard productType publishedAt updatedAt
          onlineStoreUrl featuredMedia { preview { image { url } } }
          priceRangeV2 { minVariantPrice { amount currencyCode } }
          variants(first: 5) { nodes { id title price availableForSale sellableOnlineQuantity
            inventoryPolicy inventoryItem { id tracked } updatedAt } } }
        ... on ProductVariant { id price product { handle } } } }""";

  @Test
  void a_token_is_granted_for_a_day_of_the_clock() throws Exception {
    JsonNode grant = JSON.readTree(form("/admin/oauth/access_token", TOKEN_BODY).body());
    assertThat(grant.path("expires_in").asInt()).isEqualTo(86_399);
    assertThat(grant.path("scope").asText()).contains("write_customers");
    String token = grant.path("access_token").asText();
    assertThat(token).startsWith("shpat_");

    clock.forward(Duration.ofSeconds(86_398));
    assertThat(send(graphql(token, "{ shop { name } }", Map.of())).statusCode()).isEqualTo(200);
    clock.forward(Duration.ofSeconds(1));
    HttpResponse<String> dead = send(graphql(token, "{ shop { name } }", Map.of()));
    assertThat(dead.statusCode()).isEqualTo(401);
    assertThat(dead.body()).contains("[API] Invalid API key or access token");
  }

  @Test
  void the_grant_takes_json_too_and_refuses_a_wrong_secret() throws Exception {
    HttpRequest.Builder asJson =
        HttpRequest.newBuilder(simulator.base().resolve("/hanaya/admin/oauth/access_token"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"grant_type\":\"client_credentials\",\"client_id\":\"client-1\","
                        + "\"client_secret\":\"hush\"}"));
    assertThat(send(asJson).statusCode()).isEqualTo(200);
    HttpResponse<String> wrong =
        form("/admin/oauth/access_token", TOKEN_BODY.replace("hush", "shout"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("invalid_client");
  }

  @Test
  void an_app_of_another_shop_is_not_permitted() throws Exception {
    simulator.addShop(shop("kaze", "client-2"));

    assertThat(form("/kaze/admin/oauth/access_token", TOKEN_BODY).body())
        .contains("shop_not_permitted");
    HttpResponse<String> foreign =
        send(
            HttpRequest.newBuilder(simulator.base().resolve("/kaze/admin/api/2026-10/graphql.json"))
                .header("X-Shopify-Access-Token", token())
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ shop { name } }\"}")));
    assertThat(foreign.statusCode()).isEqualTo(401);
  }

  @Test
  void tagging_tags_the_customer_and_echoes_as_webhooks() throws Exception {
    JsonNode answer = ask(token(), TAGS_ADD, LINE_TO_HANA);

    app.await("customers/update");
    assertThat(json(app.await("customer.tags_added")).at("/tags/0").asText()).isEqualTo("line");

    assertThat(answer.at("/data/tagsAdd/node/id").asText())
        .isEqualTo("gid://shopify/Customer/7001");
    assertThat(answer.at("/data/tagsAdd/userErrors")).isEmpty();
    assertThat(simulator.tags(SHOP, HANA)).containsExactly("line");
    Call call = simulator.calls(SHOP).getFirst();
    assertThat(call.operation()).isEqualTo("tagsAdd");
    assertThat(call.variables()).containsEntry("tags", List.of("line"));
    assertThat(call.at()).isEqualTo(clock.instant());
    assertThat(call.answer()).isEqualTo("executed");
  }

  @Test
  void tagging_nobody_is_a_user_error() throws Exception {
    JsonNode answer =
        ask(token(), TAGS_ADD, Map.of("id", "gid://shopify/Customer/1", "tags", List.of("line")));

    assertThat(answer.at("/data/tagsAdd/node").isNull()).isTrue();
    assertThat(answer.at("/data/tagsAdd/userErrors/0/field/0").asText()).isEqualTo("id");
    assertThat(answer.at("/data/tagsAdd/userErrors/0/message").asText())
        .isEqualTo("Customer does not exist");
  }

  @Test
  void nodes_gives_products_and_variants_in_the_order_asked_for() throws Exception {
    List<String> ids =
        List.of(
            "gid://shopify/ProductVariant/1011",
            "gid://shopify/Product/1",
            "gid://shopify/Product/102");
    JsonNode nodes = ask(token(), CARDS, Map.of("ids", ids)).at("/data/nodes");

    assertThat(nodes.at("/0/product/handle").asText()).isEqualTo("sakura-tea");
    assertThat(nodes.at("/0/price").asText()).isEqualTo("1980");
    assertThat(nodes.get(1).isNull()).isTrue();
    assertThat(nodes.at("/2/onlineStoreUrl").asText())
        .isEqualTo("https://hanaya.myshopify.com/products/wind-bell");
    assertThat(nodes.at("/2/featuredMedia/preview/image/url").asText())
        .isEqualTo("https://hanaya.myshopify.com/cdn/shop/products/wind-bell.png");
    assertThat(nodes.at("/2/priceRangeV2/minVariantPrice/amount").asText()).isEqualTo("3200.0");
    assertThat(nodes.at("/2/variants/nodes/0/sellableOnlineQuantity").asInt()).isEqualTo(3);
    assertThat(nodes.at("/2/variants/nodes/0/inventoryItem/id").asText())
        .isEqualTo("gid://shopify/InventoryItem/1022");
    assertThat(nodes.at("/2/publishedAt").asText()).isEqualTo("2026-11-22T03:00:00Z");
  }

  @Test
  void an_order_tells_its_customer_and_parcels() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, HANA, "wind-bell", 1));
    attempted(simulator.shipping().ship(SHOP, OrderChoice.newestOf(HANA), Sending.everything()));
    String order = json(app.webhooks().getFirst()).path("admin_graphql_api_id").asText();

    JsonNode answer = ask(token(), ORDER, Map.of("id", order));

    assertThat(answer.at("/data/order/customer/id").asText()).endsWith("/7001");
    assertThat(answer.at("/data/order/fulfillments/0/status").asText()).isEqualTo("SUCCESS");
  }

  @Test
  void an_id_of_another_type_is_an_error() throws Exception {
    JsonNode answer =
        ask(token(), "{ inventoryItem(id: \"gid://shopify/InventoryLevel/1\") { id } }", Map.of());

    assertThat(answer.at("/errors/0/message").asText())
        .contains("Invalid id: gid://shopify/InventoryLevel/1");
  }

  @Test
  void a_missing_scope_is_denied_with_status_200() throws Exception {
    ShopSpec all = shop(SHOP, "client-1");
    AppCredentials few = new AppCredentials("client-1", SECRET, List.of("read_orders"));
    simulator.addShop(
        new ShopSpec(SHOP, all.name(), few, all.market(), all.musubi(), all.products()));

    HttpResponse<String> answer =
        send(
            graphql(token(), "{ customer(id: \"gid://shopify/Customer/7001\") { id } }", Map.of()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).at("/errors/0/extensions/code").asText())
        .isEqualTo("ACCESS_DENIED");
    JsonNode subscribing =
        ask(
            token(),
            ShopSpecificSubscriptionTest.CREATE,
            Map.of("uri", app.at("/webhooks").toString()));
    assertThat(subscribing.at("/data/webhookSubscriptionCreate/userErrors/0/field/1").asText())
        .isEqualTo("topic");
  }

  @Test
  void an_empty_bucket_throttles_until_the_clock_has_filled_it() throws Exception {
    String token = token();
    JsonNode last = ask(token, TAGS_ADD, LINE_TO_HANA);
    assertThat(last.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(10);
    assertThat(last.at("/extensions/cost/throttleStatus/currentlyAvailable").asInt())
        .isEqualTo(1990);
    for (int i = 1; i < 200; i++) {
      last = ask(token, TAGS_ADD, LINE_TO_HANA);
    }
    assertThat(last.at("/extensions/cost/throttleStatus/currentlyAvailable").asInt()).isZero();

    HttpResponse<String> throttled = send(graphql(token, TAGS_ADD, LINE_TO_HANA));
    assertThat(throttled.statusCode()).isEqualTo(200);
    JsonNode body = JSON.readTree(throttled.body());
    assertThat(body.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
    assertThat(body.has("data")).isFalse();
    assertThat(body.at("/extensions/cost/actualQueryCost").isNull()).isTrue();

    clock.forward(Duration.ofMillis(100));
    assertThat(ask(token, TAGS_ADD, LINE_TO_HANA).has("errors")).isFalse();
  }

  @Test
  void a_query_over_a_thousand_points_is_refused() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      ids.add("gid://shopify/Product/" + (101 + i));
    }

    assertThat(ask(token(), CARDS, Map.of("ids", ids)).at("/errors/0/extensions/code").asText())
        .isEqualTo("MAX_COST_EXCEEDED");
  }

  @Test
  void planned_faults_strike_as_often_as_told() throws Exception {
    String token = token();
    simulator.fault(Fault.named("429"), new HowOften.Times(1));
    HttpResponse<String> first = send(graphql(token, TAGS_ADD, LINE_TO_HANA));
    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("Retry-After")).contains("2.0");

    simulator.fault(Fault.named("500"), new HowOften.Times(1));
    assertThat(send(graphql(token, TAGS_ADD, LINE_TO_HANA)).statusCode()).isEqualTo(500);
    simulator.fault(Fault.named("throttle"), new HowOften.Times(1));
    assertThat(ask(token, TAGS_ADD, LINE_TO_HANA).at("/errors/0/message").asText())
        .isEqualTo("Throttled");
    assertThat(simulator.tags(SHOP, HANA)).isEmpty();
    assertThat(ask(token, TAGS_ADD, LINE_TO_HANA).has("errors")).isFalse();
    assertThat(simulator.calls(SHOP))
        .extracting(Call::answer)
        .containsExactly("429", "500", "throttled", "executed");
    assertThatThrownBy(() -> Fault.named("earthquake")).isInstanceOf(UnknownName.class);
  }

  @Test
  void a_reset_connection_has_no_answer_and_no_effect() throws Exception {
    String token = token();
    simulator.fault(Fault.CONNECTION_RESET, new HowOften.Times(1));

    assertThatThrownBy(() -> send(graphql(token, TAGS_ADD, LINE_TO_HANA)))
        .isInstanceOf(IOException.class);
    assertThat(simulator.tags(SHOP, HANA)).isEmpty();
  }

  @Test
  void a_call_that_times_out_is_done_only_after_it_was_accepted() throws Exception {
    String token = token();
    simulator.fault(Fault.TIMEOUT, new HowOften.Times(1));
    assertThatThrownBy(() -> send(impatient(token))).isInstanceOf(HttpTimeoutException.class);
    assertThat(simulator.tags(SHOP, HANA)).isEmpty();

    simulator.fault(Fault.TIMEOUT_AFTER_ACCEPT, new HowOften.Times(1));
    assertThatThrownBy(() -> send(impatient(token))).isInstanceOf(HttpTimeoutException.class);
    assertThat(simulator.tags(SHOP, HANA)).containsExactly("line");
  }

  private HttpRequest.Builder impatient(String token) throws Exception {
    return graphql(token, TAGS_ADD, LINE_TO_HANA).timeout(Duration.ofMillis(400));
  }

  @Test
  void a_rate_with_a_seed_strikes_the_same_calls_and_can_be_ended() throws Exception {
    String token = token();
    List<Integer> once = statuses(token, new HowOften.Rate(0.5, 7));
    List<Integer> again = statuses(token, new HowOften.Rate(0.5, 7));

    assertThat(again).isEqualTo(once).contains(200, 500);
  }

  private List<Integer> statuses(String token, HowOften howOften) throws Exception {
    simulator.fault(Fault.SERVER_ERROR, howOften);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      statuses.add(send(graphql(token, "{ shop { name } }", Map.of())).statusCode());
    }
    simulator.clearFaults();
    assertThat(send(graphql(token, "{ shop { name } }", Map.of())).statusCode()).isEqualTo(200);
    return statuses;
  }

  @Test
  void everything_survives_save_and_load_and_nothing_survives_clear() throws Exception {
    String token = token();
    ask(token, TAGS_ADD, LINE_TO_HANA);
    attempted(simulator.shoppers().cart(SHOP, HANA, "wind-bell", 1));
    attempted(simulator.shoppers().buy(SHOP, TARO, "sakura-tea", 4));
    String saved = simulator.save();
    simulator.clear();
    assertThatThrownBy(() -> simulator.tags(SHOP, HANA)).isInstanceOf(UnknownName.class);

    simulator.load(saved);

    assertThat(simulator.save()).isEqualTo(saved);
    assertThat(simulator.tags(SHOP, HANA)).containsExactly("line");
    assertThat(simulator.products(SHOP).getFirst().stock()).isEqualTo(16);
    assertThat(simulator.calls(SHOP)).hasSize(1);
    assertThat(ask(token, "{ shop { name } }", Map.of()).at("/data/shop/name").asText())
        .isEqualTo("花屋");
    attempted(simulator.shoppers().cart(SHOP, HANA, "wind-bell", 1));
    assertThat(app.topics()).endsWith("checkouts/update");
  }
}
