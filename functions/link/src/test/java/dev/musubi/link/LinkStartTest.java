package dev.musubi.link;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkStartTest {

  private static final String ASKED_AT = Long.toString(Counter.NOW.getEpochSecond());
  private static final String NOBODY = "";
  private static final String SOMEBODY = CUSTOMER.toString();

  private final Counter counter = new Counter();

  @Test
  void who_is_logged_in_goes_to_lines_dialog_with_the_token_and_a_nonce() {
    APIGatewayV2HTTPResponse answer = start(SOMEBODY, Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(302);
    assertThat(location(answer))
        .startsWith("https://access.line.me/dialog/bot/accountLink?linkToken=token-1&nonce=");
    assertThat(counter.opened)
        .containsExactly(
            new LinkAttempt(
                HANAMICHI.id(),
                nonce(answer).hash(),
                CUSTOMER,
                EntryRoute.RICH_MENU,
                Counter.NOW.plus(Duration.ofHours(1))));
  }

  @Test
  void a_nonce_is_stored_as_its_hash_alone_and_no_two_are_the_same() {
    Nonce first = nonce(start(SOMEBODY, Map.of()));
    Nonce second = nonce(start(SOMEBODY, Map.of()));

    assertThat(second).isNotEqualTo(first);
    assertThat(counter.opened.toString()).contains(first.hash()).doesNotContain(first.value());
  }

  @Test
  void what_the_token_holds_can_not_leave_its_place_in_the_address() {
    String token = "a&nonce=evil#x/../?=%0d%0aSet-Cookie: 結";
    String location = location(start(SOMEBODY, Map.of("linkToken", token)));

    assertThat(location).hasLineCount(1).containsOnlyOnce("nonce=").doesNotContain("#");
    String encoded = location.replaceAll(".*linkToken=([^&]*)&.*", "$1");
    assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(token);
  }

  @Test
  void who_is_not_logged_in_logs_in_once_and_comes_back_to_where_she_was() {
    APIGatewayV2HTTPResponse answer = start(NOBODY, Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(302);
    assertThat(location(answer))
        .startsWith(
            "https://hanamichi-tea.myshopify.com/customer_authentication/login?return_to=%2Fapps");
    assertThat(returnTo(answer))
        .isEqualTo("/apps/line/link?linkToken=token-1&route=RICH_MENU&at=" + ASKED_AT + "&login=1");
    assertThat(counter.opened).isEmpty();
  }

  @Test
  void who_comes_back_from_the_login_unknown_sees_a_page_and_never_a_loop() {
    APIGatewayV2HTTPResponse answer = start(NOBODY, Map.of("login", "1"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders()).doesNotContainKey("location");
    assertThat(Counter.waysOn(answer))
        .singleElement()
        .asString()
        .startsWith("https://hanamichi-tea.myshopify.com/customer_authentication/login?return_to=");
  }

  @Test
  void who_comes_back_logged_in_goes_on_to_line() {
    assertThat(location(start(SOMEBODY, Map.of("login", "1"))))
        .startsWith("https://access.line.me");
  }

  @Test
  void who_took_too_long_is_sent_back_to_the_chat_and_not_into_lines_bare_error() {
    counter.stores.clock().advance(Duration.ofMinutes(9));
    assertThat(start(SOMEBODY, Map.of()).getStatusCode()).isEqualTo(302);

    counter.stores.clock().advance(Duration.ofSeconds(1));
    for (String customer : new String[] {SOMEBODY, NOBODY}) {
      APIGatewayV2HTTPResponse late = start(customer, Map.of());
      assertThat(late.getStatusCode()).isEqualTo(200);
      assertThat(late.getBody()).contains("やり直し");
      assertThat(Counter.waysOn(late))
          .containsExactly("https://line.me/R/oaMessage/%40hanamichi/?%E9%80%A3%E6%90%BA");
    }
    assertThat(counter.opened).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void without_a_link_token_there_is_only_the_way_to_the_chat(String token) {
    APIGatewayV2HTTPResponse answer = start(SOMEBODY, Map.of("linkToken", token));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(Counter.waysOn(answer)).hasSize(1);
    assertThat(counter.opened).isEmpty();
  }

  @Test
  void who_is_linked_already_sees_a_page_whose_button_links_anew() {
    counter.linked(HANAMICHI);
    APIGatewayV2HTTPResponse page = start(SOMEBODY, Map.of());
    assertThat(page.getStatusCode()).isEqualTo(200);
    assertThat(page.getBody()).contains("すでにLINEと連携されています");
    assertThat(counter.opened).isEmpty();
    assertThat(Counter.waysOn(page))
        .containsExactly(
            "/apps/line/link?linkToken=token-1&route=RICH_MENU&at=" + ASKED_AT + "&again=1");

    assertThat(location(start(SOMEBODY, Map.of("again", "1"))))
        .startsWith("https://access.line.me");
  }

  @Test
  void a_customer_of_the_same_number_who_is_linked_in_another_shop_is_not_linked_here() {
    counter.linked(KYOTO);

    assertThat(start(SOMEBODY, Map.of()).getStatusCode()).isEqualTo(302);
    assertThat(counter.opened).extracting(LinkAttempt::shop).containsExactly(HANAMICHI.id());
  }

  @ParameterizedTest
  @CsvSource({"GREETING, GREETING", "CHAT, CHAT", "NOWHERE, CHAT", "'', CHAT"})
  void the_route_is_kept_with_the_attempt(String asked, EntryRoute kept) {
    start(SOMEBODY, Map.of("route", asked));

    assertThat(counter.opened).extracting(LinkAttempt::route).containsExactly(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "-1", "99999999999999999999", ""})
  void a_time_that_can_not_be_read_is_as_good_as_none(String at) {
    assertThat(start(SOMEBODY, Map.of("at", at)).getStatusCode()).isEqualTo(302);
  }

  private APIGatewayV2HTTPResponse start(String customer, Map<String, String> changes) {
    Map<String, String> asked =
        new TreeMap<>(Map.of("linkToken", "token-1", "route", "RICH_MENU", "at", ASKED_AT));
    asked.putAll(changes);
    return counter.get(HANAMICHI, "link", customer, asked);
  }

  private static String location(APIGatewayV2HTTPResponse answer) {
    return answer.getHeaders().get("location");
  }

  private static String returnTo(APIGatewayV2HTTPResponse answer) {
    String query = URI.create(location(answer)).getRawQuery();
    return URLDecoder.decode(query.substring("return_to=".length()), StandardCharsets.UTF_8);
  }

  private static Nonce nonce(APIGatewayV2HTTPResponse answer) {
    return Nonce.parse(location(answer).replaceAll(".*&nonce=", "")).orElseThrow();
  }
}
