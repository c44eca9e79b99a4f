package dev.musubi.local.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Webhooks beside yardsticks: what each takes at most, how long each takes at one rate for all, and
 * the processor time of the function's own processes.
 */
final class Webhooks implements Measurement {
  private static final int ROUNDS = 3;
  private static final int WARM_UP = 2_000;
  private static final int MOST = 1_000;
  private static final int STEADY = 2_000;
  private static final double RATE = 60;
  private static final Map<String, String> HANDLERS = new LinkedHashMap<>();

  static {
    HANDLERS.put("bare handler", "dev.musubi.local.yardsticks.BareFunction");
    HANDLERS.put("bare SQS send", "dev.musubi.local.yardsticks.BareSendFunction");
    HANDLERS.put("bare DynamoDB update", "dev.musubi.local.yardsticks.BareUpdateFunction");
    HANDLERS.put("LINE webhook", "dev.musubi.linewebhook.LineWebhookFunction");
    HANDLERS.put("Shopify webhook", "dev.musubi.shopifywebhook.ShopifyWebhookFunction");
  }

  private final Size size;

  Webhooks(Size size) {
    this.size = size;
  }

  public static void main(String[] arguments) {
    new Webhooks(Size.FULL).measure();
  }

  @Override
  public void measure() {
    try (Site site = Site.on(Ground.withoutInbound(Site.project()))) {
      Map<String, LongFunction<HttpRequest>> all = requests(site);
      all.values().forEach(one -> new OpenLoop(20).flatOut(one, size.of(WARM_UP)));
      for (int connections : List.of(20, 200)) {
        all.forEach((name, one) -> most(name, one, connections));
        all.forEach((name, one) -> steady(name, one, connections));
      }
    }
  }

  private static Map<String, LongFunction<HttpRequest>> requests(Site site) {
    Postman postman = new Postman(site.shop(), 0);
    URI api = site.endpoint("api");
    Map<String, LongFunction<HttpRequest>> all = new LinkedHashMap<>();
    all.put("bare handler", postman.bare(api, "bare"));
    all.put("bare SQS send", postman.bare(api, "bare-send"));
    all.put("bare DynamoDB update", postman.bare(api, "bare-update"));
    all.put("LINE webhook", postman.line());
    all.put("Shopify webhook", postman.shopify());
    return all;
  }

  private void most(String name, LongFunction<HttpRequest> one, int connections) {
    List<Double> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(new OpenLoop(connections).flatOut(one, size.of(MOST)).perSecond());
    }
    say(
        name,
        "%3d connections, at most %s".formatted(connections, new Spread(rounds).told("/s", 0)));
  }

  private void steady(String name, LongFunction<HttpRequest> one, int connections) {
    Duration before = ProcessorTime.of(HANDLERS.get(name));
    Load load = new OpenLoop(connections).run(one, size.of(STEADY), RATE);
    double taken = ProcessorTime.of(HANDLERS.get(name)).minus(before).toNanos() / 1e6;
    say(
        name,
        "%3d connections, %.0f/s asked: %s   %.2f ms of processor time each"
            .formatted(connections, RATE, load.told(), taken / size.of(STEADY)));
  }

  private static void say(String name, String what) {
    System.out.printf("%-22s %s%n", name, what);
  }
}
