package dev.musubi.storefront;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.shop.Secret;
import dev.musubi.shopify.events.VisitorToken;
import dev.musubi.testkit.functions.Effort;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.functions.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorefrontEndpointTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final String NOBODY = "{\"visitorToken\":null}";

  private final Stores stores = Stores.ofTwoShops(NOW);
  private final StorefrontEndpoint endpoint = Given.endpoint(stores);

  @Test
  void who_is_logged_in_gets_a_token_that_proves_it_to_this_shop_alone() {
    String token = token(visit(query(CUSTOMER.toString())));

    assertThat(VisitorToken.verify(token, HANAMICHI.id(), List.of(HANAMICHI.clientSecret()), NOW))
        .contains(CUSTOMER);
    assertThat(VisitorToken.verify(token, KYOTO.id(), List.of(KYOTO.clientSecret()), NOW))
        .isEmpty();
  }

  @Test
  void who_is_not_logged_in_gets_none() {
    APIGatewayV2HTTPResponse answer = visit(query(""));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).isEqualTo(NOBODY);
  }

  @Test
  void the_token_names_who_shopify_signed_for_and_not_whom_the_visitor_claims() {
    String claim = query("", Map.of("customer", "5", "visitorToken", "x"));

    assertThat(visit(claim).getBody()).isEqualTo(NOBODY);
    assertRefused(visit(query("5").replace("customer_id=5", "customer_id=6")));
    assertRefused(visit(query("5") + "&logged_in_customer_id=6"));
    assertRefused(visit("logged_in_customer_id=6&" + query("5")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop=hanamichi-tea.myshopify.com",
        "signature=00&shop=hanamichi-tea.myshopify.com&timestamp=1795251600",
        "%%%",
        "shop=<script>"
      })
  void what_shopify_did_not_sign_is_refused(String query) {
    assertRefused(visit(query));
  }

  @Test
  void a_request_without_any_query_is_refused() {
    assertRefused(endpoint.answer(HttpCall.to("GET /proxy/visit").query(null).event()));
  }

  @Test
  void the_signature_of_another_shop_opens_nothing() {
    assertRefused(
        visit(Signed.query(HANAMICHI, KYOTO.clientSecret(), CUSTOMER.toString(), NOW, Map.of())));
  }

  @Test
  void a_signature_that_is_not_fresh_is_refused() {
    String query = query(CUSTOMER.toString());
    stores.clock().advance(Duration.ofSeconds(91));
    assertRefused(visit(query));

    stores.clock().set(NOW.minusSeconds(91));
    assertRefused(visit(query));
  }

  @Test
  void during_a_rotation_a_visit_under_the_previous_secret_gets_a_token_of_the_new_one() {
    stores.secrets().put(HANAMICHI.id(), HANAMICHI.rotated("a-new-one", "renewed"));
    String token = token(visit(query(CUSTOMER.toString())));

    List<Secret> renewed = List.of(new Secret("renewed"));
    assertThat(VisitorToken.verify(token, HANAMICHI.id(), renewed, NOW)).contains(CUSTOMER);
  }

  @Test
  void while_secrets_can_not_be_asked_for_it_is_busy_and_not_refused() {
    stores.secrets().remove(HANAMICHI.id());
    assertRefused(visit(query(CUSTOMER.toString())));

    stores.secrets().busy(true);
    assertThat(visit(query(CUSTOMER.toString())).getStatusCode()).isEqualTo(503);
  }

  @Test
  void who_is_not_registered_is_refused_like_a_forger_and_with_as_much_work() {
    String forged =
        Signed.query(HANAMICHI, new Secret("a guess"), "1", NOW, Map.of("x", "%21".repeat(1_500)));
    String unknown = forged.replace("hanamichi-tea", "nobodys-shop1");

    assertThat(visit(unknown)).usingRecursiveComparison().isEqualTo(visit(forged));
    assertThat(Effort.of(() -> visit(unknown)))
        .isCloseTo(Effort.of(() -> visit(forged)), withinPercentage(2));
  }

  @Test
  void nobody_on_the_way_may_keep_a_token() {
    assertThat(visit(query(CUSTOMER.toString())).getHeaders())
        .containsEntry("cache-control", "no-store")
        .containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry("x-content-type-options", "nosniff");
  }

  private static void assertRefused(APIGatewayV2HTTPResponse answer) {
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getBody()).isEmpty();
  }

  private static String query(String customer) {
    return query(customer, Map.of());
  }

  private static String query(String customer, Map<String, String> others) {
    return Signed.query(HANAMICHI, customer, NOW, others);
  }

  private APIGatewayV2HTTPResponse visit(String query) {
    return endpoint.answer(HttpCall.to("GET /proxy/visit").query(query).event());
  }

  private static String token(APIGatewayV2HTTPResponse answer) {
    assertThat(answer.getStatusCode()).isEqualTo(200);
    return answer.getBody().replaceAll("\\{\"visitorToken\":\"([^\"]+)\"}", "$1");
  }
}
