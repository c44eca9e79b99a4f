package dev.musubi.beacon;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.shopify.events.FormToken;
import dev.musubi.shopify.events.VisitorToken;
import dev.musubi.testkit.functions.Effort;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeaconEndpointTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final ProductId BOWL = new ProductId(8_100_000_000_001L);

  private final Stores stores = Stores.ofTwoShops(NOW);
  private final BeaconEndpoint endpoint =
      new BeaconEndpoint(stores.secrets(), stores.shops(), stores.views(), stores.clock());

  @Test
  void a_view_of_who_is_logged_in_is_counted() {
    assertThat(post(HANAMICHI, viewed(token(HANAMICHI), "event-1")).getStatusCode()).isEqualTo(204);

    assertThat(tally(HANAMICHI, TODAY))
        .contains(new ViewTally(CUSTOMER, List.of(new ViewTally.Viewed(BOWL, 1, NOW))));
  }

  @Test
  void the_same_event_counts_once_however_often_it_is_posted() {
    for (int i = 0; i < 10; i++) {
      post(HANAMICHI, viewed(token(HANAMICHI), "event-1"));
    }
    post(HANAMICHI, viewed(token(HANAMICHI), "event-2"));

    assertThat(tally(HANAMICHI, TODAY).orElseThrow().products())
        .containsExactly(new ViewTally.Viewed(BOWL, 2, NOW));
  }

  @Test
  void a_forged_token_stores_nothing() {
    String token = VisitorToken.issue(HANAMICHI.id(), CUSTOMER, new Secret("guess"), NOW);

    assertRefused(post(HANAMICHI, viewed(token, "event-1")));
    assertRefused(post(HANAMICHI, viewed(token(HANAMICHI) + "x", "event-1")));
    assertRefused(post(HANAMICHI, viewed("x", "event-1")));
  }

  @Test
  void a_token_is_good_for_a_day_and_not_longer() {
    String token = token(HANAMICHI);
    stores.clock().advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(post(HANAMICHI, viewed(token, "event-1")).getStatusCode()).isEqualTo(204);

    stores.clock().advance(Duration.ofSeconds(1));
    assertThat(post(HANAMICHI, viewed(token, "event-2")).getStatusCode()).isEqualTo(401);
    assertThat(tally(HANAMICHI, TODAY.plusDays(1)).orElseThrow().products())
        .extracting(ViewTally.Viewed::times)
        .containsExactly(1);
  }

  @Test
  void the_token_of_another_shop_stores_nothing_in_either() {
    assertRefused(post(HANAMICHI, viewed(token(KYOTO), "event-1")));
  }

  @Test
  void even_with_the_same_secret_the_token_of_another_shop_stores_nothing() {
    stores.secrets().put(HANAMICHI.id(), KYOTO.secrets());

    assertRefused(post(HANAMICHI, viewed(token(KYOTO), "event-1")));
  }

  @Test
  void a_token_that_was_made_for_a_form_stores_nothing() {
    String form = FormToken.issue(HANAMICHI.id(), CUSTOMER, "visit", HANAMICHI.clientSecret(), NOW);

    assertRefused(post(HANAMICHI, viewed(form, "event-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"visitorToken\":null", ",\"visitorToken\":\"\""})
  void a_customer_that_is_only_claimed_is_not_believed(String noToken) {
    String post =
        viewed("T", "event-1")
            .replace(
                ",\"visitorToken\":\"T\"",
                ",\"customer\":{\"id\":\"%s\"},\"customerId\":%s%s"
                    .formatted(CUSTOMER, CUSTOMER, noToken));

    assertThat(post(HANAMICHI, post).getStatusCode()).isEqualTo(204);
    assertNothingStored();
  }

  @Test
  void the_token_decides_who_it_was_whatever_else_is_claimed() {
    String post =
        viewed(token(HANAMICHI), "event-1").replaceFirst("\\{", "{\"customer\":{\"id\":\"5\"},");

    post(HANAMICHI, post);
    assertThat(tally(HANAMICHI, TODAY)).isPresent();
    assertThat(stores.views().of(HANAMICHI.id(), TODAY, List.of(new CustomerId(5)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "not json",
        "{\"event\":{}}",
        "{\"event\":{\"name\":\"product_viewed\"},\"visitorToken\":\"T\"}",
        "{\"event\":{\"name\":\"product_viewed\",\"id\":\"e\",\"timestamp\":\"2026-11-21T09:00:00Z\","
            + "\"data\":{\"productVariant\":{\"product\":{\"id\":\"-1\"}}}},\"visitorToken\":\"T\"}",
        "{\"event\":{\"name\":\"product_viewed\",\"id\":\"<b>\",\"timestamp\":\"2026-11-21T09:00:00Z\","
            + "\"data\":{\"productVariant\":{\"product\":{\"id\":\"1\"}}}},\"visitorToken\":\"T\"}"
      })
  void what_is_no_pixels_post_is_malformed(String body) {
    assertThat(
            post(HANAMICHI, body.replace("\"T\"", "\"" + token(HANAMICHI) + "\"")).getStatusCode())
        .isEqualTo(400);
    assertNothingStored();
  }

  @Test
  void an_oversized_post_is_malformed() {
    String post = viewed(token(HANAMICHI), "event-1").replaceFirst("\\{", "{" + " ".repeat(16_384));

    assertThat(post(HANAMICHI, post).getStatusCode()).isEqualTo(400);
    assertNothingStored();
  }

  @Test
  void another_event_of_the_pixel_is_no_error_and_no_view() {
    String post = viewed(token(HANAMICHI), "event-1").replace("product_viewed", "page_viewed");

    assertThat(post(HANAMICHI, post).getStatusCode()).isEqualTo(204);
    assertNothingStored();
  }

  @Test
  void the_time_is_ours_and_not_the_visitors() {
    post(
        HANAMICHI,
        viewed(token(HANAMICHI), "event-1").replace(NOW.toString(), "2020-01-01T00:00:00Z"));
    post(
        HANAMICHI,
        viewed(token(HANAMICHI), "event-2").replace(NOW.toString(), "2030-01-01T00:00:00Z"));

    assertThat(tally(HANAMICHI, TODAY).orElseThrow().products())
        .containsExactly(new ViewTally.Viewed(BOWL, 2, NOW));
  }

  @Test
  void a_view_belongs_to_the_day_that_the_shop_has() {
    stores.clock().set(Instant.parse("2026-11-21T14:59:59Z"));
    post(HANAMICHI, viewed(token(HANAMICHI), "event-1"));
    post(KYOTO, viewed(token(KYOTO), "event-1"));
    stores.clock().set(Instant.parse("2026-11-21T15:00:00Z"));
    post(HANAMICHI, viewed(token(HANAMICHI), "event-2"));
    post(KYOTO, viewed(token(KYOTO), "event-2"));

    assertThat(views(HANAMICHI, TODAY)).isEqualTo(1);
    assertThat(views(HANAMICHI, TODAY.plusDays(1))).isEqualTo(1);
    assertThat(views(KYOTO, TODAY)).isEqualTo(2);
  }

  @Test
  void the_same_customer_number_in_two_shops_is_two_people() {
    post(HANAMICHI, viewed(token(HANAMICHI), "event-1"));

    assertThat(tally(HANAMICHI, TODAY)).isPresent();
    assertThat(tally(KYOTO, TODAY)).isEmpty();
  }

  @Test
  void a_shop_whose_secrets_are_here_but_which_is_not_registered_counts_nothing() {
    stores.shops().remove(HANAMICHI.id());

    assertRefused(post(HANAMICHI, viewed(token(HANAMICHI), "event-1")));
  }

  @Test
  void an_unknown_shop_is_refused_and_one_that_can_not_be_asked_for_is_busy() {
    stores.secrets().remove(HANAMICHI.id());
    assertRefused(post(HANAMICHI, viewed(token(HANAMICHI), "event-1")));

    stores.secrets().busy(true);
    assertThat(post(HANAMICHI, viewed(token(HANAMICHI), "event-1")).getStatusCode()).isEqualTo(429);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "UPPER", "", "kyoto-tea.myshopify.com"})
  void what_is_no_handle_is_refused(String handle) {
    HttpCall call =
        HttpCall.to("POST /pixel/{shop}").shop(handle).body(viewed(token(KYOTO), "event-1"));

    assertRefused(endpoint.answer(call.event()));
  }

  @Test
  void who_is_not_registered_is_refused_like_a_forger_and_with_as_much_work() {
    String forged = VisitorToken.issue(HANAMICHI.id(), CUSTOMER, new Secret("a guess"), NOW);
    String unknown =
        VisitorToken.issue(new ShopId("nobodys-sho"), CUSTOMER, new Secret("a guess"), NOW);
    APIGatewayV2HTTPEvent known = pixel("hanamichi-tea", viewed(forged, "event-1"));
    APIGatewayV2HTTPEvent stranger = pixel("nobodys-shop1", viewed(unknown, "event-1"));

    assertThat(endpoint.answer(stranger))
        .usingRecursiveComparison()
        .isEqualTo(endpoint.answer(known));
    assertThat(Effort.of(() -> endpoint.answer(stranger)))
        .isCloseTo(Effort.of(() -> endpoint.answer(known)), withinPercentage(5));
  }

  private static APIGatewayV2HTTPEvent pixel(String shop, String body) {
    return HttpCall.to("POST /pixel/{shop}").shop(shop).body(body).event();
  }

  @Test
  void a_browser_of_any_origin_may_ask_and_post() {
    APIGatewayV2HTTPResponse preflight =
        endpoint.answer(HttpCall.to("OPTIONS /pixel/{shop}").shop("hanamichi-tea").event());
    APIGatewayV2HTTPResponse post = post(HANAMICHI, viewed(token(HANAMICHI), "event-1"));
    APIGatewayV2HTTPResponse refused = post(HANAMICHI, viewed("x", "event-1"));

    assertThat(preflight.getStatusCode()).isEqualTo(204);
    assertThat(List.of(preflight, post, refused))
        .allSatisfy(
            answer ->
                assertThat(answer.getHeaders())
                    .containsEntry("access-control-allow-origin", "*")
                    .containsEntry("access-control-allow-methods", "POST, OPTIONS")
                    .containsEntry("access-control-allow-headers", "content-type")
                    .doesNotContainKey("access-control-allow-credentials"));
  }

  @Test
  void a_post_that_browsers_send_as_plain_text_or_bytes_is_read_as_well() {
    HttpCall call =
        HttpCall.to("POST /pixel/{shop}")
            .shop("hanamichi-tea")
            .header("Content-Type", "text/plain;charset=UTF-8")
            .bodyInBase64(viewed(token(HANAMICHI), "event-1"));

    assertThat(endpoint.answer(call.event()).getStatusCode()).isEqualTo(204);
    assertThat(tally(HANAMICHI, TODAY)).isPresent();
  }

  private void assertRefused(APIGatewayV2HTTPResponse answer) {
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getBody()).isEmpty();
    assertNothingStored();
  }

  private void assertNothingStored() {
    assertThat(tally(HANAMICHI, TODAY)).isEmpty();
    assertThat(tally(KYOTO, TODAY)).isEmpty();
  }

  private Optional<ViewTally> tally(ExampleShop shop, LocalDate day) {
    return Optional.ofNullable(stores.views().of(shop.id(), day, List.of(CUSTOMER)).get(CUSTOMER));
  }

  private int views(ExampleShop shop, LocalDate day) {
    return tally(shop, day).orElseThrow().products().getFirst().times();
  }

  private APIGatewayV2HTTPResponse post(ExampleShop shop, String body) {
    return endpoint.answer(
        HttpCall.to("POST /pixel/{shop}").shop(shop.id().handle()).body(body).event());
  }

  private String token(ExampleShop shop) {
    return VisitorToken.issue(shop.id(), CUSTOMER, shop.clientSecret(), stores.clock().instant());
  }

  private static String viewed(String token, String id) {
    return """
        {"event":{"name":"product_viewed","id":"%s","timestamp":"%s",\
        "data":{"productVariant":{"id":"42","product":{"id":"%s"}}}},"visitorToken":"%s"}"""
        .formatted(id, NOW, BOWL, token);
  }
}
