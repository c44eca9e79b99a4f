package dev.musubi.local.world.web;

import dev.musubi.local.line.FaultAmount;
import dev.musubi.local.line.FaultKind;
import dev.musubi.local.shopify.admin.HowOften;
import dev.musubi.local.world.frontdoor.Fault;
import dev.musubi.local.world.web.Interface.Behind;
import java.util.List;
import java.util.Map;

/** {@code POST /local/faults}: makes LINE, Shopify or AWS fail, and ends that again. */
final class FaultDesk {
  private static final List<String> TARGETS =
      List.of("line", "shopify", "dynamodb", "sqs", "scheduler", "ssm");
  private static final int MOST_CALLS = 1_000_000;

  private final Behind world;

  FaultDesk(Behind world) {
    this.world = world;
  }

  Map<String, Object> set(Body body) {
    if (body.has("clear") && body.flag("clear")) {
      world.platforms().line().clearFaults();
      world.platforms().shop().clearFaults();
      world.cloud().door().faults().clear();
      return Map.of("cleared", true);
    }
    String target = body.text("target");
    if (!TARGETS.contains(target)) {
      throw Problem.unknown("target", target, TARGETS);
    }
    if (body.has("count") && body.has("rate")) {
      throw Problem.bad("Give 'count' or 'rate', not both.");
    }
    long seed = body.number("seed", 0, Integer.MAX_VALUE, 0);
    switch (target) {
      case "line" -> line(body, seed);
      case "shopify" -> shopify(body, seed);
      default -> aws(target, body, seed);
    }
    return Map.of("target", target, "fault", body.text("fault"));
  }

  private static int count(Body body) {
    return body.number("count", 1, MOST_CALLS, 1);
  }

  private void line(Body body, long seed) {
    FaultKind fault = FaultKind.of(body.text("fault"));
    FaultAmount amount =
        body.has("rate")
            ? new FaultAmount.Rate(body.share("rate"))
            : new FaultAmount.Count(count(body));
    world.platforms().line().fault(fault, amount, seed);
  }

  private void shopify(Body body, long seed) {
    var fault = dev.musubi.local.shopify.admin.Fault.named(body.text("fault"));
    HowOften often =
        body.has("rate")
            ? new HowOften.Rate(body.share("rate"), seed)
            : new HowOften.Times(count(body));
    world.platforms().shop().fault(fault, often);
  }

  private void aws(String service, Body body, long seed) {
    Fault fault = Fault.of(body.text("fault").equals("429") ? "throttle" : body.text("fault"));
    if (body.has("rate")) {
      world.cloud().door().faults().share(service, fault, body.share("rate"), seed);
    } else {
      world.cloud().door().faults().next(service, fault, count(body));
    }
  }
}
