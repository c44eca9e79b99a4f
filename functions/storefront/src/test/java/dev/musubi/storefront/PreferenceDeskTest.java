package dev.musubi.storefront;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.core.shop.Kind;
import dev.musubi.shopify.events.FormToken;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.functions.Stores;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceDeskTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final String STOP = "musubi:stop?kind=BROWSE";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");

  private final Stores stores = Stores.ofTwoShops(NOW);
  private final StorefrontEndpoint endpoint = Given.endpoint(stores);

  @BeforeEach
  void hana_is_linked_in_both_shops() {
    for (ExampleShop shop : List.of(HANAMICHI, KYOTO)) {
      Nonce nonce = Nonce.of(new byte[Nonce.BYTES]);
      stores
          .links()
          .open(
              new LinkAttempt(
                  shop.id(), nonce.hash(), CUSTOMER, EntryRoute.CHAT, NOW.plusSeconds(60)));
      stores.links().complete(shop.id(), nonce, HANA, "event", NOW);
    }
  }

  @Test
  void who_is_linked_sees_each_choice_with_a_button_that_says_what_it_is_about() {
    APIGatewayV2HTTPResponse page = show(HANAMICHI, CUSTOMER.toString());
    assertThat(page.getStatusCode()).isEqualTo(200);
    assertThat(page.getBody())
        .contains("<html lang=\"ja\">", "<h1>配信設定</h1>")
        .contains("value=\"" + STOP + "\" aria-label=\"ご覧になった商品: 止める\"")
        .contains("value=\"musubi:stop-promotional\"", "value=\"musubi:pause\"");
    assertThat(show(KYOTO, CUSTOMER.toString()).getBody())
        .contains("<html lang=\"en\">", "aria-label=\"What you looked at: Turn off\"")
        .doesNotContainPattern("<body[^>]*>.*\\p{IsHan}");
  }

  @Test
  void a_button_changes_what_reaches_the_linked_account_at_once_and_in_that_shop_alone() {
    APIGatewayV2HTTPResponse page = press(CUSTOMER.toString(), STOP, token());
    assertThat(page.getStatusCode()).isEqualTo(200);
    assertThat(page.getBody())
        .contains("role=\"status\">「ご覧になった商品」のお知らせを止めました。")
        .contains("musubi:resume?kind=BROWSE");
    assertThat(wishes(HANAMICHI).wanted(Kind.BROWSE)).isFalse();
    assertThat(wishes(KYOTO)).isEqualTo(Wishes.NONE);
  }

  @Test
  void what_was_said_in_the_chat_later_counts_more_than_the_page() {
    Wishes later =
        Wishes.NONE.with(
            new ChatCommand.Prefer(Kind.BROWSE, true), NOW.plusSeconds(1), HANAMICHI.shop().zone());
    new RecipientBook(stores.recipients())
        .change(HANAMICHI.id(), HANA, state -> state.wishing(later));
    assertThat(press(CUSTOMER.toString(), STOP, token()).getBody())
        .doesNotContain("role=\"status\"")
        .contains(STOP);
    assertThat(wishes(HANAMICHI).wanted(Kind.BROWSE)).isTrue();
  }

  @Test
  void who_is_not_linked_is_told_how_to_link_and_that_the_chat_works_without() {
    APIGatewayV2HTTPResponse page = show(HANAMICHI, "77");
    assertThat(page.getBody())
        .contains("LINEで連携する", "https://line.me/R/oaMessage/%40hanamichi/", "「配信設定」")
        .doesNotContain("<form");
  }

  @Test
  void who_is_not_logged_in_logs_in_and_comes_back() {
    assertThat(show(HANAMICHI, "").getBody())
        .contains("/customer_authentication/login?return_to=%2Fapps%2Fline%2Fpreferences")
        .doesNotContain("<form");
  }

  @Test
  void a_form_of_somebody_elses_page_or_of_long_ago_changes_nothing() {
    String others = token(new CustomerId(77));
    String token = token();
    for (String wrong : List.of("", "made.up", others)) {
      assertThat(press(CUSTOMER.toString(), STOP, wrong).getStatusCode()).isEqualTo(400);
    }
    stores.clock().advance(FormToken.GOOD_FOR.plusSeconds(1));
    assertThat(press(CUSTOMER.toString(), STOP, token).getStatusCode()).isEqualTo(400);
    assertThat(wishes(HANAMICHI)).isEqualTo(Wishes.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "musubi:unlink", "musubi:stop?kind=CATS", "%%%", "<script>"})
  void what_is_no_wish_changes_nothing_and_is_never_shown(String wish) {
    APIGatewayV2HTTPResponse answer = press(CUSTOMER.toString(), wish, token());
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("何も変更されていません").doesNotContain("<script>");
    assertThat(wishes(HANAMICHI)).isEqualTo(Wishes.NONE);
    assertThat(stores.links().customerOf(HANAMICHI.id(), HANA)).contains(CUSTOMER);
  }

  @Test
  void what_shopify_did_not_sign_is_refused() {
    assertThat(
            endpoint
                .answer(HttpCall.to("GET /proxy/preferences").query("shop=x").event())
                .getStatusCode())
        .isEqualTo(401);
  }

  @Test
  void no_page_may_be_framed_kept_or_scripted() {
    APIGatewayV2HTTPResponse page = show(HANAMICHI, CUSTOMER.toString());
    assertThat(page.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(page.getHeaders().get("content-security-policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
    assertThat(page.getBody()).doesNotContain("<script").doesNotContain(HANA.value());
  }

  private APIGatewayV2HTTPResponse show(ExampleShop shop, String customer) {
    String query = Signed.query(shop, customer, stores.clock().instant(), Map.of());
    return endpoint.answer(HttpCall.to("GET /proxy/preferences").query(query).event());
  }

  private APIGatewayV2HTTPResponse press(String customer, String wish, String token) {
    String query = Signed.query(HANAMICHI, customer, stores.clock().instant(), Map.of());
    String body = "token=" + encoded(token) + "&wish=" + encoded(wish);
    return endpoint.answer(
        HttpCall.to("POST /proxy/preferences").query(query).bodyInBase64(body).event());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String token() {
    Matcher token = TOKEN.matcher(show(HANAMICHI, CUSTOMER.toString()).getBody());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private String token(CustomerId customer) {
    return FormToken.issue(HANAMICHI.id(), customer, "preferences", HANAMICHI.clientSecret(), NOW);
  }

  private Wishes wishes(ExampleShop shop) {
    return stores.recipients().find(shop.id(), List.of(HANA)).get(HANA).wishes();
  }
}
