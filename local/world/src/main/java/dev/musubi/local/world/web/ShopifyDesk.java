package dev.musubi.local.world.web;

import dev.musubi.local.shopify.ShopSimulator;
import dev.musubi.local.shopify.shop.Delivery;
import dev.musubi.local.shopify.shop.Logins;
import dev.musubi.local.shopify.webhook.Disorder;
import dev.musubi.local.shopify.webhook.ReleaseOrder;
import dev.musubi.local.shopify.webhook.WebhookSettings.Subscriptions;
import dev.musubi.local.shopify.webhook.Webhooks;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /local/shopify}: how a shop's webhooks come and what its app proxy sees. */
final class ShopifyDesk {
  private static final int MOST_DUPLICATES = 100;

  private final Behind world;

  ShopifyDesk(Behind world) {
    this.world = world;
  }

  Map<String, Object> read(Context http) {
    String shop = http.queryParam("shop");
    if (shop == null) {
      throw Problem.bad("'shop' must be a text.");
    }
    return state(world.demonstration().shop(shop).handle());
  }

  Map<String, Object> set(Body body) {
    String shop = world.demonstration().shop(body.text("shop")).handle();
    ShopSimulator simulator = world.platforms().shop();
    Webhooks webhooks = simulator.webhooks();
    if (body.flag("clear", false)) {
      webhooks.calm();
      simulator.loginSeen(shop, Logins.Seen.AT_ONCE);
    }
    webhooks.disorder(shop, disorder(body, webhooks.disorder(shop)));
    if (body.has("subscriptions")) {
      webhooks.subscribe(shop, named(body, "subscriptions", Subscriptions.values()));
    }
    if (body.has("loginSeen")) {
      simulator.loginSeen(shop, named(body, "loginSeen", Logins.Seen.values()));
    }
    if (body.flag("hold", false)) {
      webhooks.hold(shop);
    }
    if (body.has("release")) {
      webhooks.release(shop, named(body, "release", ReleaseOrder.values()));
    }
    body.optionalText("again").ifPresent(which -> again(webhooks, shop, which));
    return state(shop);
  }

  private static void again(Webhooks webhooks, String shop, String which) {
    if (which.equals("all")) {
      webhooks.again(shop);
    } else {
      webhooks.again(shop, which);
    }
  }

  private static Disorder disorder(Body body, Disorder before) {
    return new Disorder(
        body.number("duplicates", 0, MOST_DUPLICATES, before.duplicates()),
        body.optionalText("late").map(ShopifyDesk::duration).orElse(before.lateness()),
        body.flag("newestFirst", before.newestFirst()));
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw Problem.bad("'late' must be a duration such as PT20H.");
    }
  }

  private static <E extends Enum<E>> E named(Body body, String field, E[] all) {
    String name = body.text(field);
    return Arrays.stream(all)
        .filter(one -> label(one).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.unknown(field, name, Arrays.stream(all).map(ShopifyDesk::label).toList()));
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Map<String, Object> state(String shop) {
    ShopSimulator simulator = world.platforms().shop();
    Webhooks webhooks = simulator.webhooks();
    Disorder disorder = webhooks.disorder(shop);
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("shop", shop);
    state.put("duplicates", disorder.duplicates());
    state.put("late", disorder.lateness().toString());
    state.put("newestFirst", disorder.newestFirst());
    state.put("hold", webhooks.holds(shop));
    state.put("subscriptions", label(webhooks.subscriptions(shop)));
    state.put("loginSeen", label(simulator.loginSeen(shop)));
    state.put("webhooks", sent(webhooks.sent(shop)));
    return state;
  }

  private static List<Map<String, Object>> sent(List<Delivery> deliveries) {
    return deliveries.stream()
        .map(
            d ->
                Map.<String, Object>of(
                    "webhookId", d.webhookId(),
                    "eventId", d.eventId(),
                    "topic", d.topic(),
                    "triggeredAt", d.triggeredAt(),
                    "attempts", d.attempts()))
        .toList();
  }
}
