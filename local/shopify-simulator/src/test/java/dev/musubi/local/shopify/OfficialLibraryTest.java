package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.Secret;
import dev.musubi.local.shopify.ListeningApp.Heard;
import dev.musubi.local.shopify.acts.OrderChoice;
import dev.musubi.local.shopify.acts.ShippingActs.Sending;
import dev.musubi.local.shopify.webhook.Signature;
import dev.musubi.shopify.events.ProxyRequest;
import dev.musubi.shopify.events.ProxySignature;
import dev.musubi.shopify.events.WebhookSignature;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What the simulator signs and serves, Shopify's official Node library takes, and the reverse. */
@EnabledIfEnvironmentVariable(named = OfficialLibraryTest.FOLDER, matches = ".+")
class OfficialLibraryTest extends SimulatorTest {
  static final String FOLDER = "MUSUBI_SHOPIFY_LIBRARY";
  private static final Path SCRIPT = Path.of("src/test/node/official-library.mjs");

  @Test
  void shopifys_library_and_the_simulator_agree() throws Exception {
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 1));
    attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 1));
    attempted(simulator.shipping().ship(SHOP, OrderChoice.newestOf(HANA), Sending.everything()));
    attempted(simulator.customers().tag(SHOP, HANA, List.of("line")));
    attempted(simulator.customers().erase(SHOP, HANA));
    simulator.proxy(SHOP, Optional.of(HANA), "GET", "/link?linkToken=a%2Fb&x=1&x=2", "");
    simulator.proxy(SHOP, Optional.empty(), "GET", "/visit?q=%E8%8A%B1+%26", "");

    JsonNode found = judged();

    assertThat(found.path("webhooks")).hasSameSizeAs(app.webhooks());
    for (int i = 0; i < app.webhooks().size(); i++) {
      JsonNode judgement = found.path("webhooks").get(i);
      Heard webhook = app.webhooks().get(i);
      assertThat(judgement.path("valid").asBoolean()).as(judgement.toString()).isTrue();
      assertThat(judgement.path("domain").asText()).isEqualTo("hanaya.myshopify.com");
      assertThat(judgement.path("webhookId").asText())
          .isEqualTo(webhook.header("X-Shopify-Webhook-Id"));
    }
    assertThat(found.at("/tampered/valid").asBoolean()).isFalse();
    assertThat(found.path("proxies")).hasSize(2).allMatch(JsonNode::asBoolean);
    assertThat(found.path("forged").asBoolean()).isFalse();
    assertThat(found.at("/tokens/0/sub").asText()).isEqualTo("gid://shopify/Customer/7001");
    assertThat(found.at("/adminApi/scope").asText()).contains("read_customers");
    assertThat(found.at("/adminApi/data/customer/tags/0").asText()).isEqualTo("line");
    theLibrarysSignaturesHold(found.path("signed"));
  }

  /** For the simulator and for the product. */
  private void theLibrarysSignaturesHold(JsonNode signed) {
    List<Secret> secrets = List.of(new Secret(SECRET));
    byte[] body = signed.path("body").asText().getBytes(StandardCharsets.UTF_8);
    String hmac = signed.path("hmac").asText();
    assertThat(Signature.base64(SECRET, body)).isEqualTo(hmac);
    assertThat(WebhookSignature.genuine(body, Optional.of(hmac), secrets)).isTrue();
    String query = signed.path("query").asText();
    assertThat(query)
        .endsWith(dev.musubi.local.shopify.storefront.ProxySignature.of(query, SECRET));
    assertThat(ProxySignature.judge(query, secrets, clock.instant()))
        .isInstanceOf(ProxyRequest.Genuine.class);
  }

  private JsonNode judged() throws Exception {
    Process node =
        new ProcessBuilder("node", SCRIPT.toAbsolutePath().toString(), System.getenv(FOLDER))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = node.getOutputStream()) {
      in.write(JSON.writeValueAsBytes(task()));
    }
    byte[] answer = node.getInputStream().readAllBytes();
    assertThat(node.waitFor()).isZero();
    return JSON.readTree(answer);
  }

  private ObjectNode task() {
    ObjectNode task = JSON.createObjectNode().put("now", clock.instant().toEpochMilli());
    task.put("clientId", "client-1").put("clientSecret", SECRET);
    task.put("domain", "hanaya.myshopify.com").put("base", simulator.base() + "/" + SHOP);
    task.put("customer", "gid://shopify/Customer/" + HANA);
    ArrayNode webhooks = task.putArray("webhooks");
    app.webhooks().forEach(webhook -> webhooks.add(webhook(webhook)));
    ArrayNode proxies = task.putArray("proxies");
    app.heard().stream()
        .filter(request -> request.path().startsWith("/proxy"))
        .forEach(request -> proxies.add(request.rawQuery()));
    task.putArray("tokens").add(simulator.sessionToken(SHOP, Optional.of(HANA)));
    return task;
  }

  private static ObjectNode webhook(Heard heard) {
    ObjectNode webhook = JSON.createObjectNode();
    ObjectNode headers = webhook.putObject("headers");
    heard.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return webhook.put("body", Base64.getEncoder().encodeToString(heard.body()));
  }
}
