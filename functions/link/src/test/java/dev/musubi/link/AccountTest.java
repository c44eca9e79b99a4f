package dev.musubi.link;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.shop.Secret;
import dev.musubi.shopify.events.FormToken;
import dev.musubi.shopify.events.VisitorToken;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final CustomerId OTHER = new CustomerId(5);
  private static final String SOMEBODY = CUSTOMER.toString();
  private static final Chore RECONCILE =
      new Chore.Reconcile(HANAMICHI.id(), Person.of(CUSTOMER, HANA));

  private final Counter counter = new Counter();

  @Test
  void who_is_linked_sees_it_one_button_that_ends_it_and_the_way_to_the_preferences() {
    counter.linked(HANAMICHI);
    APIGatewayV2HTTPResponse page = account(HANAMICHI, SOMEBODY);

    assertThat(page.getStatusCode()).isEqualTo(200);
    assertThat(page.getBody()).contains("LINEと連携されています").contains("method=\"post\"");
    assertThat(Counter.waysOn(page)).containsExactly("/apps/line/unlink", "/apps/line/preferences");
  }

  @Test
  void who_is_not_linked_sees_it_and_the_way_to_the_chat() {
    counter.linked(KYOTO);
    APIGatewayV2HTTPResponse page = account(HANAMICHI, SOMEBODY);

    assertThat(page.getBody()).contains("LINEと連携されていません");
    assertThat(Counter.waysOn(page))
        .containsExactly("https://line.me/R/oaMessage/%40hanamichi/?%E9%80%A3%E6%90%BA");
  }

  @Test
  void who_is_not_logged_in_is_led_to_the_login_and_back() {
    assertThat(Counter.waysOn(account(HANAMICHI, "")))
        .containsExactly(
            "https://hanamichi-tea.myshopify.com/customer_authentication/login"
                + "?return_to=%2Fapps%2Fline%2Faccount");
  }

  @Test
  void the_button_ends_the_link_and_has_tag_and_menu_taken_off() {
    counter.linked(HANAMICHI);
    APIGatewayV2HTTPResponse answer = unlink(HANAMICHI, SOMEBODY, formToken(HANAMICHI));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).contains("連携を解除しました");
    assertThat(counter.isLinked(HANAMICHI)).isFalse();
    assertThat(counter.stores.outbox().queued()).containsExactly(RECONCILE);
    assertThat(counter.stores.outbox().scheduled()).containsExactly(RECONCILE);
  }

  @Test
  void pressed_twice_it_is_ended_once() {
    counter.linked(HANAMICHI);
    String token = formToken(HANAMICHI);
    unlink(HANAMICHI, SOMEBODY, token);

    assertThat(unlink(HANAMICHI, SOMEBODY, token).getStatusCode()).isEqualTo(200);
    assertThat(counter.link(HANAMICHI).history()).hasSize(1);
    assertThat(counter.stores.outbox().queued()).hasSize(1);
  }

  @Test
  void a_form_without_our_token_ends_nothing() {
    counter.linked(HANAMICHI);
    String visitor =
        VisitorToken.issue(HANAMICHI.id(), CUSTOMER, HANAMICHI.clientSecret(), Counter.NOW);
    String guess =
        FormToken.issue(HANAMICHI.id(), CUSTOMER, "unlink", new Secret("guess"), Counter.NOW);

    assertStillLinked(counter.unlink(HANAMICHI, SOMEBODY, ""));
    assertStillLinked(counter.unlink(HANAMICHI, SOMEBODY, "tokens=" + formToken(HANAMICHI)));
    assertStillLinked(unlink(HANAMICHI, SOMEBODY, ""));
    assertStillLinked(unlink(HANAMICHI, SOMEBODY, "x"));
    assertStillLinked(unlink(HANAMICHI, SOMEBODY, visitor));
    assertStillLinked(unlink(HANAMICHI, SOMEBODY, guess));
  }

  @Test
  void a_form_for_another_purpose_ends_nothing() {
    counter.linked(HANAMICHI);
    String token =
        FormToken.issue(HANAMICHI.id(), CUSTOMER, "export", HANAMICHI.clientSecret(), Counter.NOW);

    assertStillLinked(unlink(HANAMICHI, SOMEBODY, token));
  }

  @Test
  void the_form_of_another_customer_ends_nothing() {
    counter.linked(HANAMICHI);
    counter.linked(HANAMICHI, OTHER, KEN);
    String others = Counter.formToken(account(HANAMICHI, OTHER.toString()));

    assertStillLinked(unlink(HANAMICHI, SOMEBODY, others));
    assertStillLinked(unlink(HANAMICHI, OTHER.toString(), formToken(HANAMICHI)));
    assertThat(counter.stores.links().customerOf(HANAMICHI.id(), KEN)).contains(OTHER);
  }

  @Test
  void the_form_of_another_shop_ends_nothing_in_either() {
    counter.linked(HANAMICHI);
    counter.linked(KYOTO);

    assertStillLinked(unlink(HANAMICHI, SOMEBODY, formToken(KYOTO)));
    assertThat(counter.isLinked(KYOTO)).isTrue();
  }

  @Test
  void a_form_is_good_for_half_an_hour() {
    counter.linked(HANAMICHI);
    String token = formToken(HANAMICHI);
    counter.stores.clock().advance(Duration.ofMinutes(30));

    assertStillLinked(unlink(HANAMICHI, SOMEBODY, token));
  }

  @Test
  void a_form_that_nobody_logged_in_sends_ends_nothing() {
    counter.linked(HANAMICHI);

    assertStillLinked(unlink(HANAMICHI, "", formToken(HANAMICHI)));
  }

  @Test
  void a_form_from_before_a_rotation_of_the_secret_still_counts() {
    counter.linked(HANAMICHI);
    String token = formToken(HANAMICHI);
    counter.stores.secrets().put(HANAMICHI.id(), HANAMICHI.rotated("a-new-one", "renewed"));

    assertThat(unlink(HANAMICHI, SOMEBODY, token).getStatusCode()).isEqualTo(200);
    assertThat(counter.isLinked(HANAMICHI)).isFalse();
  }

  @Test
  void unlinking_in_one_shop_leaves_the_same_person_linked_in_the_other() {
    counter.linked(HANAMICHI);
    counter.linked(KYOTO);
    unlink(HANAMICHI, SOMEBODY, formToken(HANAMICHI));

    assertThat(counter.isLinked(HANAMICHI)).isFalse();
    assertThat(counter.isLinked(KYOTO)).isTrue();
    assertThat(counter.stores.outbox().queued()).containsExactly(RECONCILE);
  }

  @Test
  void wherever_the_function_died_pressing_again_leaves_no_stale_tag() {
    Counter unharmed = new Counter();
    unharmed.linked(HANAMICHI);
    Mortality counting = new Mortality(moment -> false);
    press(unharmed, counting);
    assertThat(counting.moments()).isGreaterThan(6);
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      Counter harmed = new Counter();
      harmed.linked(HANAMICHI);
      assertThatThrownBy(() -> press(harmed, new Mortality(m -> m == deadly)))
          .isInstanceOf(Death.class);

      press(harmed, new Mortality(m -> false));
      assertThat(harmed.isLinked(HANAMICHI)).isFalse();
      assertThat(harmed.link(HANAMICHI).history()).hasSize(1);
      assertThat(harmed.stores.outbox().scheduled()).containsExactly(RECONCILE);
    }
  }

  private static void press(Counter at, Mortality mortality) {
    String token =
        FormToken.issue(HANAMICHI.id(), CUSTOMER, "unlink", HANAMICHI.clientSecret(), Counter.NOW);
    APIGatewayV2HTTPResponse answer =
        at.endpoint(mortality).answer(at.unlinking(HANAMICHI, SOMEBODY, "token=" + token).event());
    assertThat(answer.getStatusCode()).isEqualTo(200);
  }

  private void assertStillLinked(APIGatewayV2HTTPResponse answer) {
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(counter.isLinked(HANAMICHI)).isTrue();
    assertThat(counter.stores.outbox().queued()).isEmpty();
    assertThat(counter.stores.outbox().scheduled()).isEmpty();
  }

  private APIGatewayV2HTTPResponse account(ExampleShop shop, String customer) {
    return counter.get(shop, "account", customer, Map.of());
  }

  private String formToken(ExampleShop shop) {
    return Counter.formToken(account(shop, SOMEBODY));
  }

  private APIGatewayV2HTTPResponse unlink(ExampleShop shop, String customer, String token) {
    return counter.unlink(shop, customer, "token=" + token);
  }
}
