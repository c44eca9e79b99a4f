package dev.musubi.shopifywebhook;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.shop.Secret;
import dev.musubi.testkit.functions.Effort;
import dev.musubi.testkit.functions.ExampleEvents;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.functions.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyWebhookEndpointTest {

  /** The status that each file under events/shopify-webhook gets; 200 is queued once. */
  private static final Map<String, Integer> FATES =
      Map.ofEntries(
          Map.entry("app-uninstalled", 200),
          Map.entry("body-with-escaped-slashes", 200),
          Map.entry("hostile-domain-of-somebody-else", 401),
          Map.entry("hostile-forged-signature", 401),
          Map.entry("hostile-inventory-with-another-count", 401),
          Map.entry("hostile-no-body", 401),
          Map.entry("hostile-no-signature", 401),
          Map.entry("hostile-signature-in-hex", 401),
          Map.entry("hostile-signature-that-is-not-base64", 401),
          Map.entry("inventory-moved", 200),
          Map.entry("order-paid", 200),
          Map.entry("order-paid-in-base64", 200),
          Map.entry("path-of-another-shop", 401),
          Map.entry("product-updated", 200),
          Map.entry("shop-that-is-not-registered", 401),
          Map.entry("unknown-topic", 200),
          Map.entry("without-topic", 400));

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:05Z");
  private static final String BODY = "{\"id\":9,\"title\":\"\\u7d50び\"}";

  private final ExampleEvents events = ExampleEvents.of("shopify-webhook");
  private final Stores stores = Stores.ofTwoShops(NOW);
  private final List<RawShopify> queue = new ArrayList<>();
  private final List<RawShopify> stockQueue = new ArrayList<>();
  private final ShopifyWebhookEndpoint endpoint =
      new ShopifyWebhookEndpoint(stores.secrets(), queue::add, stockQueue::add, stores.clock());

  static List<String> meanings() {
    return ExampleEvents.of("shopify-webhook").meanings();
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void each_example_meets_the_fate_that_its_name_tells(String meaning) {
    APIGatewayV2HTTPResponse answer = endpoint.answer(events.http(meaning));

    assertThat(answer.getStatusCode()).isEqualTo(FATES.get(meaning));
    assertThat(queue.size() + stockQueue.size()).isEqualTo(answer.getStatusCode() == 200 ? 1 : 0);
    assertThat(answer.getBody()).as("nothing is told to anybody").isEmpty();
  }

  @Test
  void a_webhook_is_queued_word_for_word_with_what_its_headers_tell() {
    Instant triggered = Instant.parse("2026-11-21T09:00:00.110521905Z");

    assertThat(status(call(KYOTO).header("X-Shopify-Triggered-At", triggered.toString())))
        .isEqualTo(200);
    assertThat(queue)
        .containsExactly(
            new RawShopify(KYOTO.id(), "products/update", "id-1", triggered, NOW, BODY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "2026-11-21"})
  void a_time_of_triggering_that_can_not_be_read_is_the_time_of_arrival(String header) {
    assertThat(status(call(KYOTO).header("x-shopify-triggered-at", header))).isEqualTo(200);
    assertThat(queue).extracting(RawShopify::triggeredAt).containsExactly(NOW);
  }

  @Test
  void a_body_in_base64_is_the_same_webhook() {
    status(call(KYOTO));
    status(call(KYOTO).bodyInBase64(BODY));

    assertThat(queue).hasSize(2);
    assertThat(queue.get(1)).isEqualTo(queue.get(0));
  }

  @Test
  void the_signature_of_another_shop_opens_nothing() {
    HttpCall call =
        call(KYOTO).header("x-shopify-hmac-sha256", Signed.body(BODY, HANAMICHI.clientSecret()));

    assertThat(status(call)).isEqualTo(401);
    assertThat(queue).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kyoto-tea, hanamichi-tea.myshopify.com",
    "hanamichi-tea, kyoto-tea.myshopify.com",
    "kyoto-tea, kyoto-tea.example.com",
    "kyoto-tea, kyoto-tea.myshopify.com.example.com",
    "kyoto-tea, KYOTO-TEA.myshopify.com",
    "kyoto-tea, kyoto-tea",
    "'..%2Fkyoto-tea', kyoto-tea.myshopify.com"
  })
  void the_shop_of_the_path_must_be_the_one_of_the_header(String path, String domain) {
    assertThat(status(call(KYOTO).shop(path).header("x-shopify-shop-domain", domain)))
        .isEqualTo(401);
    assertThat(queue).isEmpty();
  }

  @Test
  void without_a_header_that_names_the_shop_nothing_is_believed() {
    HttpCall call =
        HttpCall.to("POST /shopify/{shop}")
            .shop(KYOTO.id().handle())
            .header("x-shopify-hmac-sha256", Signed.body(BODY, KYOTO.clientSecret()))
            .body(BODY);

    assertThat(status(call)).isEqualTo(401);
  }

  @Test
  void a_huge_body_that_nobody_signed_is_refused_like_any_other() {
    assertThat(status(call(KYOTO).body("x".repeat(5 << 20)))).isEqualTo(401);
    assertThat(queue).isEmpty();
  }

  @Test
  void a_genuine_webhook_that_names_no_delivery_is_malformed() {
    assertThat(status(call(KYOTO).header("x-shopify-webhook-id", " "))).isEqualTo(400);
    assertThat(queue).isEmpty();
  }

  @Test
  void during_a_rotation_the_new_and_the_previous_secret_are_good() {
    stores.secrets().put(KYOTO.id(), KYOTO.rotated("a-new-one", "hush-hush"));

    assertThat(status(call(KYOTO))).isEqualTo(200);
    String renewed = Signed.body(BODY, new Secret("hush-hush"));
    assertThat(status(call(KYOTO).header("x-shopify-hmac-sha256", renewed))).isEqualTo(200);
  }

  @Test
  void while_secrets_can_not_be_asked_for_the_caller_is_told_to_come_again() {
    stores.secrets().remove(KYOTO.id());
    stores.secrets().busy(true);

    assertThat(status(call(KYOTO))).isEqualTo(429);
    assertThat(queue).isEmpty();
  }

  @Test
  void what_only_tells_of_inventory_waits_in_a_queue_of_its_own() {
    HttpCall level = call(KYOTO).header("x-shopify-topic", "inventory_levels/update");

    assertThat(status(level)).isEqualTo(200);
    assertThat(queue).isEmpty();
    assertThat(stockQueue)
        .singleElement()
        .satisfies(webhook -> assertThat(webhook.topic()).isEqualTo("inventory_levels/update"));
  }

  @Test
  void who_is_not_registered_is_refused_like_a_forger_and_with_as_much_work() {
    APIGatewayV2HTTPEvent forged = forged("kyoto-tea");
    APIGatewayV2HTTPEvent unknown = forged("nobodys-shop");

    assertThat(endpoint.answer(unknown))
        .usingRecursiveComparison()
        .isEqualTo(endpoint.answer(forged));
    assertThat(Effort.of(() -> endpoint.answer(unknown)))
        .isCloseTo(Effort.of(() -> endpoint.answer(forged)), withinPercentage(2));
  }

  @Test
  void without_the_queue_nothing_is_acknowledged_so_that_shopify_delivers_again() {
    ShopifyWebhookEndpoint cut =
        new ShopifyWebhookEndpoint(
            stores.secrets(),
            webhook -> {
              throw new UncheckedIOException(new IOException("SQS does not answer"));
            },
            stockQueue::add,
            stores.clock());

    assertThatThrownBy(() -> cut.answer(call(KYOTO).event()))
        .isInstanceOf(UncheckedIOException.class);
  }

  private int status(HttpCall call) {
    APIGatewayV2HTTPEvent event = call.event();
    return endpoint.answer(event).getStatusCode();
  }

  private static APIGatewayV2HTTPEvent forged(String handle) {
    return HttpCall.to("POST /shopify/{shop}")
        .shop(handle)
        .header("X-Shopify-Shop-Domain", handle + ".myshopify.com")
        .header("X-Shopify-Hmac-Sha256", Signed.body(BODY, new Secret("a guess")))
        .body("x".repeat(500_000))
        .event();
  }

  private static HttpCall call(ExampleShop shop) {
    return HttpCall.to("POST /shopify/{shop}")
        .shop(shop.id().handle())
        .header("X-Shopify-Shop-Domain", shop.id().domain())
        .header("X-Shopify-Topic", "products/update")
        .header("X-Shopify-Webhook-Id", "id-1")
        .header("X-Shopify-Hmac-Sha256", Signed.body(BODY, shop.clientSecret()))
        .body(BODY);
  }
}
