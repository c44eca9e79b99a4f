package dev.musubi.local.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.shopify.shop.AppCredentials;
import dev.musubi.local.shopify.shop.Market;
import dev.musubi.local.shopify.shop.MusubiAddresses;
import dev.musubi.local.shopify.shop.ProductSpec;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.webhook.Activity;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.shopify.webhook.WebhookOutcome;
import dev.musubi.local.shopify.webhook.WebhookSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop with two products and two customers, and the app that listens to it. */
abstract class SimulatorTest {
  static final String SHOP = "hanaya";
  static final String SECRET = "hush";
  static final String TOKEN_BODY =
      "grant_type=client_credentials&client_id=client-1&client_secret=" + SECRET;
  static final long HANA = 7001;
  static final long TARO = 7002;
  static final ObjectMapper JSON = new ObjectMapper();

  final SetClock clock = new SetClock();
  final ListeningApp app = new ListeningApp();
  final HttpClient http = HttpClient.newHttpClient();
  ShopSimulator simulator;

  @BeforeEach
  void open() {
    simulator = ShopSimulator.start(clock, settings(), activity());
    simulator.addShop(shop(SHOP, "client-1"));
    simulator.addCustomer(SHOP, HANA, "花", "ja", Optional.of("+819012345678"));
    simulator.addCustomer(SHOP, TARO, "太郎", "ja", Optional.empty());
  }

  @AfterEach
  void shut() {
    simulator.close();
    http.close();
    app.close();
  }

  WebhookSettings settings() {
    return WebhookSettings.asShopify();
  }

  Activity activity() {
    return Activity.unobserved();
  }

  ShopSpec shop(String handle, String clientId) {
    return new ShopSpec(
        handle,
        "花屋",
        AppCredentials.withEveryScope(clientId, SECRET),
        new Market(Currency.getInstance("JPY"), ZoneId.of("Asia/Tokyo"), "ja"),
        new MusubiAddresses(app.at("/webhooks"), app.at("/proxy"), app.at("/pixel")),
        List.of(
            ProductSpec.of(101, "sakura-tea", "桜茶 & <菓子>", "Tea", new BigDecimal("1980"), 20),
            ProductSpec.of(102, "wind-bell", "風鈴", "Gift", new BigDecimal("3200"), 3)));
  }

  static List<WebhookOutcome> attempted(Caused caused) throws Exception {
    return caused.attempted().get(20, TimeUnit.SECONDS);
  }

  static List<WebhookOutcome> settled(Caused caused) throws Exception {
    return caused.settled().get(20, TimeUnit.SECONDS);
  }

  static JsonNode json(ListeningApp.Heard heard) throws IOException {
    return JSON.readTree(heard.body());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(simulator.base().resolve(path)).GET());
  }

  HttpResponse<String> form(String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(simulator.base().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  String token() throws Exception {
    return JSON.readTree(form("/admin/oauth/access_token", TOKEN_BODY).body())
        .path("access_token")
        .asText();
  }

  HttpRequest.Builder graphql(String token, String query, Object variables) throws Exception {
    String body =
        JSON.createObjectNode()
            .put("query", query)
            .set("variables", JSON.valueToTree(variables))
            .toString();
    return HttpRequest.newBuilder(simulator.base().resolve("/admin/api/2026-10/graphql.json"))
        .header("Content-Type", "application/json")
        .header("X-Shopify-Access-Token", token)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  JsonNode ask(String token, String query, Object variables) throws Exception {
    return JSON.readTree(send(graphql(token, query, variables)).body());
  }
}
