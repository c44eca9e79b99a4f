package dev.musubi.local.world.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.line.SentWebhook;
import dev.musubi.local.shopify.shop.Delivery;
import dev.musubi.local.shopify.webhook.Webhooks;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.web.Interface.Behind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code POST /local/redeliver}: both platforms send every webhook again that they remember. */
final class Redeliver {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Behind world;

  Redeliver(Behind world) {
    this.world = world;
  }

  Map<String, Object> all() {
    int line = line();
    int shopify = 0;
    for (DemoShop shop : world.demonstration().shops()) {
      shopify += shopify(shop.handle());
    }
    return Map.of("line", line, "shopify", shopify);
  }

  private int line() {
    List<SentWebhook> sent = world.platforms().line().webhooks();
    for (SentWebhook webhook : sent) {
      world.platforms().line().webhook(webhook.shop(), events(webhook));
    }
    return sent.size();
  }

  private static List<ObjectNode> events(SentWebhook webhook) {
    try {
      List<ObjectNode> events = new ArrayList<>();
      JSON.readTree(webhook.body()).path("events").forEach(e -> events.add((ObjectNode) e));
      events.forEach(event -> event.putObject("deliveryContext").put("isRedelivery", true));
      return events;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a webhook that was sent is not JSON", e);
    }
  }

  private int shopify(String shop) {
    Webhooks webhooks = world.platforms().shop().webhooks();
    List<String> ids = webhooks.sent(shop).stream().map(Delivery::webhookId).distinct().toList();
    ids.forEach(id -> webhooks.again(shop, id));
    return ids.size();
  }
}
