package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.ShopSpec;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorefrontTest extends SimulatorTest {

  @Test
  void a_shopper_goes_from_the_product_to_the_order_page() throws Exception {
    String hana = login(HANA);
    post(hana, "/hanaya/cart/add", "product=sakura-tea%2F1011&quantity=2");
    HttpResponse<String> onwards =
        post(hana, "/hanaya/cart/add", "product=wind-bell&then=checkout");
    String checkout = location(onwards);
    assertThat(checkout).startsWith("/hanaya/checkouts/");
    assertThat(get(hana, checkout).body()).contains("桜茶", "銀行振込", "コンビニ払い", "¥7,160");

    String thanks = location(post(hana, checkout, "payment=bank-transfer"));
    String page = get(hana, thanks).body();
    assertThat(page).contains("ご注文ありがとうございます", "お支払い待ち", "data-musubi=\"thank-you\"");
    String status = page.replaceFirst("(?s).*href=\"(/hanaya/orders/[^\"]+)\".*", "$1");
    assertThat(get(hana, status).body()).contains("#1001", "発送準備中", "data-musubi=\"order-status\"");
    assertThat(json(app.await("orders/create")).path("order_status_url").asText())
        .isEqualTo("https://hanaya.myshopify.com" + status.substring("/hanaya".length()));
    assertThat(get(hana, "/hanaya/account").body())
        .contains("#1001", "data-musubi=\"account\"", "/hanaya/apps/line/account");
  }

  @Test
  void a_cart_can_be_changed_and_emptied() throws Exception {
    String hana = login(HANA);
    post(hana, "/hanaya/cart/add", "product=wind-bell&quantity=2");
    post(hana, "/hanaya/cart/change", "product=wind-bell&quantity=1");
    assertThat(get(hana, "/hanaya/cart").body()).contains("¥3,200");
    post(hana, "/hanaya/cart/change", "product=wind-bell&quantity=0");

    assertThat(get(hana, "/hanaya/cart").body()).contains("カートは空です");
    assertThat(post(hana, "/hanaya/cart/change", "product=wind-bell&quantity=9").statusCode())
        .isEqualTo(422);
  }

  @Test
  void an_abandoned_checkout_is_completed_in_another_browser_by_its_key() throws Exception {
    attempted(simulator.shoppers().cart(SHOP, HANA, "wind-bell", 1));
    String recovery = json(app.await("checkouts/create")).path("abandoned_checkout_url").asText();
    String path = recovery.replace("https://hanaya.myshopify.com", "/hanaya");
    String key = path.replaceFirst(".*key=", "");
    String checkout = path.replaceFirst("/recover.*", "");

    assertThat(form(checkout, "payment=card&key=guess").statusCode()).isEqualTo(404);
    assertThat(form(checkout, "payment=gold&key=" + key).statusCode()).isEqualTo(404);
    assertThat(form(checkout, "payment=card&key=" + key).statusCode()).isEqualTo(302);
    assertThat(json(app.await("orders/create")).at("/customer/id").asLong()).isEqualTo(HANA);
  }

  @Test
  void products_are_found_by_title_and_type() throws Exception {
    assertThat(get("/hanaya/search?q=tea").body()).contains("桜茶").doesNotContain("風鈴");
    assertThat(get("/hanaya/search?q=%E9%A2%A8").body()).contains("風鈴").doesNotContain("桜茶");
    assertThat(get("/hanaya/search?q=%3Cb%3E").body()).contains("「&lt;b&gt;」の検索結果", "見つかりませんでした");
  }

  @Test
  void what_is_sold_out_has_a_place_to_be_told() throws Exception {
    attempted(simulator.merchants().stock(SHOP, "wind-bell", 0));

    String page = get(login(HANA), "/hanaya/products/wind-bell").body();
    assertThat(page)
        .contains("data-musubi=\"tell-me\"", "href=\"/hanaya/apps/line/restock?variant=1021\"")
        .doesNotContain("/cart/add");
    assertThat(get("/hanaya/products/sakura-tea").body()).doesNotContain("tell-me");
    assertThat(get("/hanaya/products/sakura-tea").body()).contains("data-musubi=\"popup\"");
  }

  @Test
  void a_shop_in_europe_asks_before_the_pixel_loads() throws Exception {
    ShopSpec kaze = shop("kaze", "client-2");
    Market berlin = new Market(Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), "en");
    simulator.addShop(
        new ShopSpec("kaze", "Kaze", kaze.app(), berlin, kaze.musubi(), kaze.products()));
    simulator.addCustomer("kaze", HANA, "Hana", "en", Optional.empty());
    String hana = login("/kaze", HANA);
    String product = "/kaze/products/wind-bell";

    assertThat(get(hana, product).body())
        .contains("May we use what you look at", "€3,200.00")
        .doesNotContain("product_viewed");
    post(hana, "/kaze/consent", "tracking=yes");
    assertThat(get(hana, product).body())
        .contains("product_viewed", "allowed")
        .doesNotContain("class=\"consent\"");
    post(hana, "/kaze/consent", "tracking=no");
    assertThat(get(hana, product).body()).doesNotContain("product_viewed");
    assertThat(simulator.view("kaze", HANA, "wind-bell", 1).withheld()).isTrue();
  }

  @Test
  void an_extension_gets_a_session_token_that_names_who_is_logged_in() throws Exception {
    JsonNode nobody = claims(get("/hanaya/account/session_token").body());
    JsonNode hana = claims(get(login(HANA), "/hanaya/account/session_token").body());

    assertThat(nobody.has("sub")).isFalse();
    assertThat(hana.path("sub").asText()).isEqualTo("gid://shopify/Customer/7001");
    assertThat(hana.path("dest").asText()).isEqualTo("hanaya.myshopify.com");
    assertThat(hana.path("aud").asText()).isEqualTo("client-1");
    assertThat(hana.path("exp").asLong() - hana.path("iat").asLong()).isEqualTo(300);
    assertThat(hana.path("jti")).isNotEqualTo(nobody.path("jti"));
  }

  private static JsonNode claims(String answer) throws Exception {
    String token = JSON.readTree(answer).path("token").asText();
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  @Test
  void the_same_picture_comes_as_svg_and_as_png() throws Exception {
    HttpResponse<String> drawn = get("/hanaya/cdn/shop/products/wind-bell.svg");

    assertThat(drawn.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(drawn.body()).startsWith("<svg ").contains("<path fill=\"#").endsWith("</svg>");
    assertThat(drawn.body()).isNotEqualTo(get("/hanaya/cdn/shop/products/sakura-tea.svg").body());
    assertThat(get("/hanaya/cdn/shop/products/teapot.svg").statusCode()).isEqualTo(404);
    assertThat(get("/hanaya/assets/theme.css").body()).contains(":focus-visible");
  }

  private String login(long customer) throws Exception {
    return login("/hanaya", customer);
  }

  private String login(String shop, long customer) throws Exception {
    return form(shop + "/customer_authentication/login", "customer=" + customer)
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .split(";")[0];
  }

  private HttpResponse<String> get(String cookie, String path) throws Exception {
    return send(HttpRequest.newBuilder(simulator.base().resolve(path)).header("Cookie", cookie));
  }

  private HttpResponse<String> post(String cookie, String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(simulator.base().resolve(path))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
  }
}
