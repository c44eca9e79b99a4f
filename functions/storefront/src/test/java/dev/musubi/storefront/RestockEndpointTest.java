package dev.musubi.storefront;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.HttpCall;
import dev.musubi.testkit.functions.Signed;
import dev.musubi.testkit.functions.Stores;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestockEndpointTest {

  private static final Instant TEN = Instant.parse("2026-03-02T01:00:00Z");
  private static final VariantId COAT = new VariantId(51);
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final Stores stores = Stores.ofTwoShops(TEN);
  private final StorefrontEndpoint endpoint = Given.endpoint(stores);

  RestockEndpointTest() {
    stores.variants().put(HANAMICHI.id(), facts(51, 0));
    stores.variants().put(HANAMICHI.id(), facts(52, 0));
  }

  @Test
  void a_wish_is_made_by_the_form_that_was_shown_and_waits_without_a_link() {
    APIGatewayV2HTTPResponse asked = ask("51");
    assertThat(asked.getStatusCode()).isEqualTo(200);
    assertThat(asked.getBody()).contains("コート / M", "知らせてほしい");
    assertThat(line()).isEmpty();

    assertThat(wish(token(asked), "51").getBody()).contains("登録しました");
    assertThat(line()).containsExactly(new Watch(CUSTOMER, new ProductId(5), COAT, TEN));
    assertThat(stores.restocks().watched(HANAMICHI.id(), List.of(new InventoryItemId(1_051))))
        .containsValue(COAT);
  }

  @Test
  void pressed_ten_times_it_is_one_wish_in_its_first_place() {
    String token = token(ask("51"));
    wish(token, "51");
    stores.clock().set(TEN.plusSeconds(5));
    for (int i = 0; i < 9; i++) {
      assertThat(wish(token, "51").getBody()).contains("登録しました");
    }

    assertThat(line()).extracting(Watch::since).containsExactly(TEN);
    assertThat(ask("51").getBody()).contains("登録しました").doesNotContain("<form");
  }

  @Test
  void who_bought_it_while_waiting_and_asks_again_waits_anew() {
    wish(token(ask("51")), "51");
    Instant later = TEN.plus(Duration.ofHours(30));
    Purchase order =
        new Purchase(
            new OrderId(7), CUSTOMER, later.minusSeconds(60), List.of(new ProductId(5)), false);
    stores.purchases().record(HANAMICHI.id(), order);
    stores.clock().set(later);

    APIGatewayV2HTTPResponse asked = ask("51");
    assertThat(asked.getBody()).contains("知らせてほしい");
    assertThat(wish(token(asked), "51").getBody()).contains("登録しました");
    assertThat(line()).extracting(Watch::since).containsExactly(later);
  }

  @Test
  void what_is_in_stock_gets_a_sentence_and_no_wish() {
    stock(3);
    assertThat(ask("51").getBody()).contains("在庫があります", "/products/coat?variant=51");
    String token = token(ask("52"));
    assertThat(wish(token, "51").getBody()).contains("在庫があります");
    assertThat(line()).isEmpty();
  }

  @Test
  void stock_that_comes_between_page_and_press_is_told_and_starts_no_wish() {
    String token = token(ask("51"));
    stock(3);
    assertThat(wish(token, "51").getBody()).contains("在庫があります");
    assertThat(line()).isEmpty();
  }

  @Test
  void stock_that_a_signal_told_counts_even_where_the_variant_was_read_a_moment_ago() {
    wish(token(ask("51")), "51");
    stores.restocks().change(HANAMICHI.id(), COAT, r -> r.heardIn(TEN.plusSeconds(1)));
    stores.clock().set(TEN.plusSeconds(2));
    assertThat(ask("51").getBody()).contains("在庫があります");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "0", "-1", "51x", "<script>", "999999999999999999999"})
  void what_is_not_sold_gets_a_sentence(String variant) {
    APIGatewayV2HTTPResponse answer = ask(variant);
    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getBody()).contains("見つかりませんでした").doesNotContain("<script");
  }

  @Test
  void what_is_not_published_is_not_sold() {
    stores.variants().put(HANAMICHI.id(), facts(53, 0, false));
    assertThat(ask("53").getStatusCode()).isEqualTo(404);
  }

  @Test
  void many_who_ask_at_once_cost_shopify_one_reading() {
    wish(token(ask("51")), "51");
    int before = stores.variants().reads().size();
    for (int i = 0; i < 20; i++) {
      ask("51");
    }
    assertThat(stores.variants().reads()).hasSize(before);
  }

  @Test
  void who_is_not_logged_in_is_led_to_the_login_and_back() {
    String page = call(HANAMICHI, "GET /proxy/restock", "", Map.of("variant", "51"), "").getBody();
    assertThat(page)
        .contains(
            "customer_authentication/login?return_to=%2Fapps%2Fline%2Frestock%3Fvariant%3D51");
    assertThat(call(HANAMICHI, "GET /proxy/restocks", "", Map.of(), "").getBody())
        .contains("return_to=%2Fapps%2Fline%2Frestocks");
  }

  @Test
  void without_a_token_of_that_customer_shop_and_half_hour_nothing_changes() {
    String token = token(ask("51"));
    assertThat(wish("", "51").getStatusCode()).isEqualTo(400);
    assertThat(wish(token + "x", "51").getStatusCode()).isEqualTo(400);
    assertThat(post("/proxy/restock", "7", "token=" + token + "&variant=51").getStatusCode())
        .isEqualTo(400);
    assertThat(post("/proxy/restock", "", "token=" + token + "&variant=51").getStatusCode())
        .isEqualTo(400);
    stores.clock().set(TEN.plus(Duration.ofMinutes(31)));
    assertThat(wish(token, "51").getStatusCode()).isEqualTo(400);
    assertThat(line()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /proxy/restock",
        "POST /proxy/restock",
        "GET /proxy/restocks",
        "POST /proxy/restocks"
      })
  void what_shopify_did_not_sign_sees_a_page_without_detail(String route) {
    APIGatewayV2HTTPResponse answer =
        endpoint.answer(
            HttpCall.to(route).query("shop=hanamichi-tea.myshopify.com&variant=51").event());
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getBody()).contains("<h1>").doesNotContain("hanamichi", "花道");
  }

  @Test
  void the_list_shows_what_is_waited_for_and_is_emptied_one_by_one_or_at_once() {
    stores.variants().put(HANAMICHI.id(), facts(54, 0));
    for (String variant : List.of("51", "52", "54")) {
      wish(token(ask(variant)), variant);
    }
    APIGatewayV2HTTPResponse list = list();
    assertThat(list.getBody()).contains("コート / M", "3月2日(月)から", "コート / Mを取り消す");

    String token = token(list);
    assertThat(takeBack("token=" + token + "&variant=51").getStatusCode()).isEqualTo(200);
    takeBack("token=" + token + "&variant=51");
    assertThat(wishes()).containsExactly(new VariantId(52), new VariantId(54));

    assertThat(takeBack("token=" + token).getBody()).contains("待っている商品はありません");
    assertThat(wishes()).isEmpty();
    assertThat(line()).isEmpty();
  }

  @Test
  void a_broken_variant_takes_nothing_off() {
    wish(token(ask("51")), "51");
    String token = token(list());
    assertThat(takeBack("token=" + token + "&variant=5x").getStatusCode()).isEqualTo(400);
    assertThat(takeBack("token=" + token + "&variant=").getStatusCode()).isEqualTo(400);
    assertThat(wishes()).hasSize(1);
  }

  @Test
  void another_customer_and_another_shop_have_lists_of_their_own() {
    wish(token(ask("51")), "51");

    assertThat(call(HANAMICHI, "GET /proxy/restocks", "7", Map.of(), "").getBody())
        .contains("待っている商品はありません");
    assertThat(call(KYOTO, "GET /proxy/restocks", CUSTOMER.toString(), Map.of(), "").getBody())
        .contains("You do not wait for any product");
  }

  @Test
  void a_full_list_takes_no_more() {
    for (int i = 0; i < Watches.MOST; i++) {
      stores
          .watches()
          .add(
              HANAMICHI.id(), new Watch(CUSTOMER, new ProductId(5), new VariantId(1_000 + i), TEN));
    }
    assertThat(wish(token(ask("51")), "51").getBody()).contains("100件まで");
    assertThat(line()).isEmpty();
  }

  @Test
  void who_was_told_a_moment_ago_and_sees_it_sold_out_again_can_ask_anew() {
    wish(token(ask("51")), "51");
    stores.clock().set(TEN.plus(Duration.ofMinutes(40)));
    Restock told = told();
    assertThat(told.waves()).hasSize(1);
    stock(0);
    stores.restocks().change(HANAMICHI.id(), COAT, r -> r.heardOut(TEN.plusSeconds(2_460)));
    stores.clock().set(TEN.plus(Duration.ofMinutes(42)));

    APIGatewayV2HTTPResponse asked = ask("51");
    assertThat(asked.getBody()).contains("知らせてほしい");
    wish(token(asked), "51");
    assertThat(line()).extracting(Watch::since).containsExactly(stores.clock().instant());
    assertThat(stores.watches().tally(HANAMICHI.id(), COAT)).isEqualTo(new Watches.Tally(1, 1));
  }

  @Test
  void while_shopify_does_not_answer_a_page_says_so() {
    stores.variants().down(true);
    assertThat(ask("51").getStatusCode()).isEqualTo(503);
  }

  /** The wish had its turn in a wave, and its message was sent. */
  private Restock told() {
    Instant now = stores.clock().instant();
    Instant back = TEN.plusSeconds(60);
    Watch wish = line().getFirst();
    Restock told =
        stores
            .restocks()
            .change(
                HANAMICHI.id(),
                COAT,
                r -> {
                  Restock begun = r.heardIn(back).opened(now).begun(1, now);
                  var wave = begun.current().orElseThrow();
                  return begun.progressed(
                      wave, wave.went(Optional.of(wish.place()), 1, 1, true), true, now);
                })
            .orElseThrow();
    SendIntent intent =
        new SendIntent(
            HANAMICHI.id(),
            new Addressee.Customer(CUSTOMER),
            new Subject.Restocked(COAT, back),
            Lane.EXPRESS,
            now,
            now.plus(Duration.ofHours(48)));
    stores
        .deliveries()
        .record(List.of(new Delivery(intent, new Result.Sent("r"), Optional.empty(), now)));
    return told;
  }

  private APIGatewayV2HTTPResponse ask(String variant) {
    return call(
        HANAMICHI, "GET /proxy/restock", CUSTOMER.toString(), Map.of("variant", variant), "");
  }

  private APIGatewayV2HTTPResponse wish(String token, String variant) {
    return post("/proxy/restock", CUSTOMER.toString(), "token=" + token + "&variant=" + variant);
  }

  private APIGatewayV2HTTPResponse list() {
    return call(HANAMICHI, "GET /proxy/restocks", CUSTOMER.toString(), Map.of(), "");
  }

  private APIGatewayV2HTTPResponse takeBack(String form) {
    return post("/proxy/restocks", CUSTOMER.toString(), form);
  }

  private APIGatewayV2HTTPResponse post(String path, String customer, String form) {
    return call(HANAMICHI, "POST " + path, customer, Map.of(), form);
  }

  private APIGatewayV2HTTPResponse call(
      ExampleShop shop, String route, String customer, Map<String, String> query, String form) {
    return endpoint.answer(
        HttpCall.to(route)
            .query(Signed.query(shop, customer, stores.clock().instant(), new TreeMap<>(query)))
            .body(form)
            .event());
  }

  private static String token(APIGatewayV2HTTPResponse page) {
    Matcher token = TOKEN.matcher(page.getBody());
    assertThat(token.find()).as(page.getBody()).isTrue();
    return token.group(1);
  }

  private void stock(long online) {
    stores.variants().stock(HANAMICHI.id(), COAT, new VariantFacts.Stock(true, online));
  }

  private List<Watch> line() {
    return stores.watches().line(HANAMICHI.id(), COAT, Optional.empty(), 10);
  }

  private List<VariantId> wishes() {
    return stores.watches().of(HANAMICHI.id(), new CustomerId(CUSTOMER.number())).stream()
        .map(Watch::variant)
        .toList();
  }

  private static VariantFacts facts(long variant, long online) {
    return facts(variant, online, true);
  }

  private static VariantFacts facts(long variant, long online, boolean offered) {
    return new VariantFacts(
        new VariantId(variant),
        new ProductId(5),
        new InventoryItemId(variant + 1_000),
        new VariantFacts.Showing("coat", "コート", Optional.of("M"), new BigDecimal("9800")),
        offered,
        new VariantFacts.Stock(true, online),
        TEN);
  }
}
