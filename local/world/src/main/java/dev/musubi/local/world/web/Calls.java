package dev.musubi.local.world.web;

import dev.musubi.local.world.frontdoor.CallCounts;
import dev.musubi.local.world.web.Interface.Behind;
import java.util.List;

/**
 * {@code /local/calls}: how often which function called AWS and what DynamoDB asked for it, for
 * figures.
 */
final class Calls {
  private final Behind world;

  Calls(Behind world) {
    this.world = world;
  }

  record Row(String function, String service, String action, long calls, double units) {}

  List<Row> answer() {
    return world.cloud().door().counts().all().stream().map(this::row).toList();
  }

  private Row row(CallCounts.CallCount count) {
    return new Row(
        world.cloud().functionName(count.caller()),
        count.service(),
        count.operation(),
        count.calls(),
        count.units());
  }

  List<Row> reset(Body body) {
    if (!body.flag("reset")) {
      throw Problem.bad("'reset' must be true.");
    }
    world.cloud().door().counts().reset();
    return answer();
  }
}
