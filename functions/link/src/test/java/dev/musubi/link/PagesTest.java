package dev.musubi.link;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Storefront;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private static final String SOMEBODY = CUSTOMER.toString();
  private static final String EVIL = "\"><script>alert('1')</script>";

  private final Counter counter = new Counter();

  @Test
  void every_page_is_in_the_shops_language_with_one_way_on() {
    for (ExampleShop shop : List.of(HANAMICHI, KYOTO)) {
      String tag = shop.shop().settings().language().tag();
      assertThat(pages(shop))
          .hasSize(6)
          .allSatisfy(
              page -> {
                assertThat(page.getStatusCode()).isEqualTo(200);
                assertThat(page.getBody()).startsWith("<!doctype html>\n<html lang=\"" + tag);
                assertThat(Counter.waysOn(page))
                    .filteredOn(way -> !way.endsWith("/preferences"))
                    .hasSize(1);
              });
    }
  }

  @Test
  void pages_of_a_shop_in_english_hold_no_japanese() {
    assertThat(pages(KYOTO))
        .allSatisfy(
            page ->
                assertThat(page.getBody().replaceAll("(?s)<style>.*</style>", ""))
                    .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]"));
  }

  @Test
  void no_page_may_be_kept_framed_scripted_or_tell_where_the_shopper_came_from() {
    List<APIGatewayV2HTTPResponse> answers =
        List.of(
            pages(HANAMICHI).getFirst(),
            counter.get("link", ""),
            counter.get(HANAMICHI, "link", SOMEBODY, Map.of("linkToken", "t", "again", "1")));

    assertThat(answers)
        .extracting(APIGatewayV2HTTPResponse::getStatusCode)
        .containsExactly(200, 401, 302);
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.getHeaders())
                  .containsEntry("cache-control", "no-store")
                  .containsEntry("referrer-policy", "no-referrer")
                  .containsEntry("x-content-type-options", "nosniff");
              assertThat(answer.getHeaders().get("content-security-policy"))
                  .contains("default-src 'none'")
                  .contains("frame-ancestors 'none'")
                  .contains("base-uri 'none'")
                  .contains("form-action 'self'");
              assertThat(answer.getBody()).doesNotContain("<script");
            });
  }

  @Test
  void nothing_that_was_asked_is_shown_as_markup() {
    counter.linked(HANAMICHI);
    Map<String, String> evil =
        Map.of("linkToken", EVIL, "route", EVIL, "at", EVIL, "x", EVIL, "token", EVIL);
    for (String customer : List.of(SOMEBODY, "")) {
      assertThat(counter.get(HANAMICHI, "link", customer, with(evil, "login")).getBody())
          .doesNotContain("<script")
          .doesNotContain("alert('1')");
      assertThat(counter.get(HANAMICHI, "account", customer, evil).getBody())
          .doesNotContain("alert");
    }
    assertThat(counter.get("link", "linkToken=" + EVIL + "&shop=" + EVIL).getBody())
        .doesNotContain("alert");
  }

  @Test
  void the_name_of_a_shop_is_text_and_not_markup() {
    Shop shop = counter.stores.shops().find(KYOTO.id()).orElseThrow();
    Storefront front = shop.storefront();
    counter
        .stores
        .shops()
        .save(
            shop.with(
                new Storefront(
                    "Tom & Jerry's <tea>",
                    front.origin(),
                    front.proxyPath(),
                    front.currency(),
                    front.lineBasicId())));

    assertThat(counter.get(KYOTO, "account", "", Map.of()).getBody())
        .contains("Tom &amp; Jerry&#39;s &lt;tea&gt;")
        .doesNotContain("<tea>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"link", "account"})
  void what_shopify_did_not_sign_gets_one_page_without_detail(String page) {
    String genuine = Signed.query(HANAMICHI, SOMEBODY, Counter.NOW, Map.of("linkToken", "t"));
    String refused = counter.get(page, "").getBody();

    assertThat(
            List.of(
                genuine.replace(SOMEBODY, "5"),
                genuine.replaceFirst("signature=....", "signature=0000"),
                genuine.replaceFirst("&?signature=[0-9a-f]+", ""),
                genuine + "&logged_in_customer_id=5",
                "logged_in_customer_id=5&" + genuine,
                genuine + "&signature=00",
                genuine.replace("hanamichi-tea", "kyoto-tea"),
                genuine.replace("hanamichi-tea", "never-heard-of"),
                genuine.replace("linkToken=t", "linkToken=t&linkToken=u"),
                Signed.query(HANAMICHI, KYOTO.clientSecret(), SOMEBODY, Counter.NOW, Map.of()),
                Signed.query(
                    HANAMICHI, SOMEBODY, Counter.NOW.minus(Duration.ofMinutes(2)), Map.of()),
                Signed.query(HANAMICHI, "x", Counter.NOW, Map.of()),
                "x".repeat(9_000),
                "%%%"))
        .allSatisfy(
            query -> {
              APIGatewayV2HTTPResponse answer = counter.get(page, query);
              assertThat(answer.getStatusCode()).isEqualTo(401);
              assertThat(answer.getBody()).isEqualTo(refused);
            });
    assertThat(counter.opened).isEmpty();
    assertThat(refused).doesNotContain("signature").doesNotContain("hanamichi");
  }

  @Test
  void an_unlink_whose_customer_was_swapped_in_the_address_ends_nothing() {
    counter.linked(HANAMICHI);
    String token = Counter.formToken(counter.get(HANAMICHI, "account", SOMEBODY, Map.of()));
    String swapped =
        Signed.query(HANAMICHI, "5", Counter.NOW, Map.of())
            .replace("customer_id=5", "customer_id=" + SOMEBODY);

    APIGatewayV2HTTPResponse answer =
        counter
            .endpoint()
            .answer(
                HttpCall.to("POST /proxy/unlink").query(swapped).body("token=" + token).event());
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(counter.isLinked(HANAMICHI)).isTrue();
  }

  @Test
  void a_stranger_reads_the_refusal_in_the_language_of_the_browser() {
    HttpCall call = HttpCall.to("GET /proxy/link").query("");

    assertThat(counter.endpoint().answer(call.event()).getBody())
        .isEqualTo(Pages.refused(Language.JA).html());
    call.header("Accept-Language", "en-GB,en;q=0.9,ja;q=0.8");
    assertThat(counter.endpoint().answer(call.event()).getBody())
        .isEqualTo(Pages.refused(Language.EN).html());
  }

  @Test
  void a_shop_with_secrets_that_is_not_registered_gets_the_same_refusal() {
    counter.stores.shops().remove(HANAMICHI.id());

    assertThat(counter.get(HANAMICHI, "account", SOMEBODY, Map.of()).getStatusCode())
        .isEqualTo(401);
  }

  @Test
  void while_secrets_can_not_be_asked_for_a_page_asks_to_try_again() {
    counter.stores.secrets().remove(HANAMICHI.id());
    counter.stores.secrets().busy(true);
    APIGatewayV2HTTPResponse answer = counter.get(HANAMICHI, "account", SOMEBODY, Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(Counter.waysOn(answer)).hasSize(1);
  }

  private List<APIGatewayV2HTTPResponse> pages(ExampleShop shop) {
    Map<String, String> asked = Map.of("linkToken", "t");
    APIGatewayV2HTTPResponse tooLate = counter.get(shop, "link", SOMEBODY, Map.of());
    APIGatewayV2HTTPResponse logIn = counter.get(shop, "link", "", with(asked, "login"));
    APIGatewayV2HTTPResponse notLinked = counter.get(shop, "account", SOMEBODY, Map.of());
    counter.linked(shop);
    APIGatewayV2HTTPResponse already = counter.get(shop, "link", SOMEBODY, asked);
    APIGatewayV2HTTPResponse linked = counter.get(shop, "account", SOMEBODY, Map.of());
    APIGatewayV2HTTPResponse unlinked =
        counter.unlink(shop, SOMEBODY, "token=" + Counter.formToken(linked));
    return List.of(tooLate, logIn, notLinked, already, linked, unlinked);
  }

  private static Map<String, String> with(Map<String, String> asked, String flag) {
    TreeMap<String, String> more = new TreeMap<>(asked);
    more.put(flag, "1");
    return more;
  }
}
