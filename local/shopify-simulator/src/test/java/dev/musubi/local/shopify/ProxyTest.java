package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.shopify.ListeningApp.Heard;
import dev.musubi.local.shopify.ListeningApp.Said;
import dev.musubi.local.shopify.shop.Logins;
import dev.musubi.local.shopify.storefront.Pixel;
import dev.musubi.local.shopify.storefront.ProxyAnswer;
import dev.musubi.local.shopify.storefront.ProxySignature;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyTest extends SimulatorTest {

  @Test
  void a_forwarded_request_says_who_is_logged_in_and_is_signed() {
    simulator.proxy(SHOP, Optional.of(HANA), "GET", "/link?linkToken=a%2Fb&x=1&x=2", "");

    Heard request = app.heard().getFirst();
    assertThat(request.path()).isEqualTo("/proxy/link");
    assertThat(request.rawQuery()).startsWith("linkToken=a%2Fb&x=1&x=2&shop=");
    assertThat(request.parameter("shop")).isEqualTo("hanaya.myshopify.com");
    assertThat(request.parameter("logged_in_customer_id")).isEqualTo("7001");
    assertThat(request.parameter("path_prefix")).isEqualTo("%2Fapps%2Fline");
    assertThat(request.parameter("timestamp"))
        .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(request.parameter("signature"))
        .isEqualTo(ProxySignature.of(request.rawQuery(), SECRET));
    assertThat(request.header("X-Forwarded-Host")).isEqualTo("hanaya.myshopify.com");
    assertThat(request.header("X-Forwarded-For")).isNotEmpty();
  }

  @Test
  void a_visitor_who_is_not_logged_in_has_an_empty_customer_id() {
    simulator.proxy(SHOP, Optional.empty(), "POST", "/link", "a=b");

    Heard request = app.heard().getFirst();
    assertThat(request.parameter("logged_in_customer_id")).isEmpty();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.text()).isEqualTo("a=b");
  }

  @Test
  void a_redirect_is_handed_on_and_not_followed() {
    app.answers(
        r ->
            new Said(
                302,
                Map.of(
                    "Location", "https://access.line.me/x",
                    "Set-Cookie", "a=b",
                    "Cache-Control", "no-store"),
                ""));

    ProxyAnswer answer = simulator.proxy(SHOP, Optional.of(HANA), "GET", "/link", "");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("https://access.line.me/x");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(app.heard()).hasSize(1);
  }

  @Test
  void nothing_is_forwarded_to_an_app_that_was_uninstalled() throws Exception {
    attempted(simulator.merchants().uninstall(SHOP));

    assertThat(simulator.proxy(SHOP, Optional.of(HANA), "GET", "/visit", "").status())
        .isEqualTo(404);
    assertThat(app.topics()).containsExactly("app/uninstalled");
  }

  @Test
  void a_login_can_be_seen_one_request_too_late() {
    simulator.loginSeen(SHOP, Logins.Seen.ONE_REQUEST_LATE);

    simulator.proxy(SHOP, Optional.of(HANA), "GET", "/link", "");
    simulator.proxy(SHOP, Optional.of(HANA), "GET", "/link", "");

    assertThat(app.heard().get(0).parameter("logged_in_customer_id")).isEmpty();
    assertThat(app.heard().get(1).parameter("logged_in_customer_id")).isEqualTo("7001");
  }

  @Test
  void a_login_may_never_be_seen() {
    simulator.loginSeen(SHOP, Logins.Seen.NEVER);

    simulator.proxy(SHOP, Optional.of(HANA), "GET", "/link", "");
    simulator.proxy(SHOP, Optional.of(HANA), "GET", "/link", "");

    assertThat(app.heard())
        .extracting(request -> request.parameter("logged_in_customer_id"))
        .containsExactly("", "");
  }

  @Test
  void views_are_one_signed_visit_and_as_many_unsigned_events() throws Exception {
    app.answers(
        r ->
            r.path().equals("/proxy/visit")
                ? Said.json("{\"visitorToken\":\"v1\"}")
                : Said.status(204));

    Pixel.Viewed viewed = simulator.view(SHOP, HANA, "sakura-tea", 3);

    assertThat(viewed).isEqualTo(new Pixel.Viewed(200, List.of(204, 204, 204)));
    assertThat(viewed.accepted()).isTrue();
    assertThat(app.heard()).hasSize(4);
    Heard event = app.heard().get(1);
    assertThat(event.header("Content-Type")).startsWith("text/plain");
    JsonNode body = json(event);
    assertThat(body.path("visitorToken").asText()).isEqualTo("v1");
    assertThat(body.at("/event/name").asText()).isEqualTo("product_viewed");
    assertThat(body.at("/event/timestamp").asText()).isEqualTo("2026-11-22T03:00:00Z");
    assertThat(body.at("/event/data/productVariant/product/id").isTextual()).isTrue();
    assertThat(body.at("/event/data/productVariant/product/id").asText()).isEqualTo("101");
    assertThat(body.at("/event/data/productVariant/product/url").asText())
        .isEqualTo("/products/sakura-tea");
    assertThat(json(app.heard().get(2)).at("/event/id")).isNotEqualTo(body.at("/event/id"));
  }

  @Test
  void without_a_visitor_token_the_pixel_stays_silent() {
    app.answers(r -> Said.status(401));

    assertThat(simulator.view(SHOP, HANA, "sakura-tea", 1))
        .isEqualTo(new Pixel.Viewed(401, List.of()));
    assertThat(app.heard()).hasSize(1);
  }

  @Test
  void a_browser_logs_in_with_return_to_and_reaches_the_app_as_that_customer() throws Exception {
    HttpResponse<String> login =
        form(
            "/hanaya/customer_authentication/login",
            "customer=7002&return_to=%2Fapps%2Fline%2Flink%3Fa%3D1");
    assertThat(login.statusCode()).isEqualTo(302);
    String next = login.headers().firstValue("Location").orElseThrow();
    assertThat(next).endsWith("/hanaya/apps/line/link?a=1");
    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

    send(HttpRequest.newBuilder(simulator.base().resolve(next)).header("Cookie", cookie));

    Heard request = app.heard().getFirst();
    assertThat(request.path()).isEqualTo("/proxy/link");
    assertThat(request.parameter("logged_in_customer_id")).isEqualTo("7002");
    assertThat(request.header("Cookie")).isEmpty();
  }

  @Test
  void a_redirect_to_the_shops_public_host_leads_back_to_this_server() throws Exception {
    app.answers(
        r ->
            new Said(
                302,
                Map.of("Location", "https://hanaya.myshopify.com/customer_authentication/login"),
                ""));

    assertThat(get("/hanaya/apps/line/link").headers().firstValue("location"))
        .contains("/hanaya/customer_authentication/login");
  }

  @Test
  void a_login_returns_to_no_foreign_address() throws Exception {
    HttpResponse<String> login =
        form(
            "/hanaya/customer_authentication/login",
            "customer=7002&return_to=%2F%2Fevil.example.com");

    assertThat(login.headers().firstValue("Location").orElseThrow()).endsWith("/hanaya/");
  }

  @Test
  void the_storefront_shows_its_products_in_the_shops_language() throws Exception {
    assertThat(get("/hanaya").body())
        .contains("lang=\"ja\"", "桜茶 &amp; &lt;菓子&gt;", "/hanaya/products/wind-bell", "¥1,980");
    assertThat(get("/hanaya/products/wind-bell").body()).contains("カートに追加");
    assertThat(get("/hanaya/products/teapot").statusCode()).isEqualTo(404);
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void a_product_page_views_as_the_programmatic_act_does() throws Exception {
    HttpResponse<String> login = form("/hanaya/customer_authentication/login", "customer=7001");
    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

    String page =
        send(HttpRequest.newBuilder(simulator.base().resolve("/hanaya/products/wind-bell"))
                .header("Cookie", cookie))
            .body();

    assertThat(page)
        .contains(
            "fetch('/hanaya/apps/line/visit'",
            app.at("/pixel").toString(),
            "product_viewed",
            "\"url\":\"/products/wind-bell\"");
  }

  @Test
  void a_product_has_a_picture() throws Exception {
    HttpResponse<byte[]> image =
        http.send(
            HttpRequest.newBuilder(
                    simulator.base().resolve("/hanaya/cdn/shop/products/wind-bell.png"))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(image.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(image.body()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void a_browser_fills_a_checkout_and_takes_it_up_by_its_recovery_address() throws Exception {
    HttpResponse<String> login = form("/hanaya/customer_authentication/login", "customer=7001");
    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    send(
        HttpRequest.newBuilder(simulator.base().resolve("/hanaya/cart/add"))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("product=wind-bell")));

    String recovery = json(app.await("checkouts/create")).path("abandoned_checkout_url").asText();
    String path = recovery.replace("https://hanaya.myshopify.com", "/hanaya");
    assertThat(get(path).headers().firstValue("Location").orElseThrow()).endsWith("/hanaya/");
    clock.forward(Duration.ofMinutes(10));
    assertThat(get(path).body()).contains("風鈴");
    assertThat(get(path.replaceFirst("key=.*", "key=guess")).statusCode()).isEqualTo(404);
  }
}
