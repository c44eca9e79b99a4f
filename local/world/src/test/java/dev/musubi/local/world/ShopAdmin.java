package dev.musubi.local.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** A shop's Admin API, called with the app's own credentials. */
final class ShopAdmin {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stranger world;
  private final String shop;
  private final URI base;

  ShopAdmin(Stranger world, String shop) {
    this.world = world;
    this.shop = shop;
    this.base = URI.create(world.get("/local/world").json().at("/endpoints/shop").asText());
  }

  /** What the shop tells at the address that it is registered with. */
  List<String> topics() {
    return subscriptions().valueStream().map(node -> node.path("topic").asText()).toList();
  }

  /** As Shopify does when nobody answered for four hours. */
  void end(String topic) {
    subscriptions()
        .valueStream()
        .filter(node -> node.path("topic").asText().equals(topic))
        .forEach(
            node ->
                call(
                    "mutation($id: ID!) { webhookSubscriptionDelete(id: $id)"
                        + " { deletedWebhookSubscriptionId } }",
                    JSON.createObjectNode().put("id", node.path("id").asText())));
  }

  private JsonNode subscriptions() {
    return call(
            "{ webhookSubscriptions(first: 100) { nodes { id topic } } }", JSON.createObjectNode())
        .at("/data/webhookSubscriptions/nodes");
  }

  private JsonNode call(String query, ObjectNode variables) {
    String body =
        JSON.createObjectNode()
            .put("query", query)
            .<ObjectNode>set("variables", variables)
            .toString();
    return Stranger.must(
        world.send(
            HttpRequest.newBuilder(base.resolve("/" + shop + "/admin/api/2026-10/graphql.json"))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Access-Token", token())
                .POST(BodyPublishers.ofString(body))));
  }

  private String token() {
    JsonNode row = world.shop(shop);
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(
                row.path("shopifyClientId").asText(), row.path("shopifyClientSecret").asText());
    return Stranger.must(
            world.send(
                HttpRequest.newBuilder(base.resolve("/" + shop + "/admin/oauth/access_token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))))
        .path("access_token")
        .asText();
  }
}
