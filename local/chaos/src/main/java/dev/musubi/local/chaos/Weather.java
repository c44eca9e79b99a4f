package dev.musubi.local.chaos;

import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.plan.Peril;
import dev.musubi.local.world.Caller;
import java.util.List;
import java.util.Map;

/** What goes wrong while a storm rages: failing calls at fixed shares, and processes that die. */
final class Weather {

  private static final List<String> FUNCTIONS =
      List.of(
          "beacon",
          "chores",
          "fan-out",
          "inbound-line",
          "inbound-shopify",
          "line-webhook",
          "link",
          "push",
          "push",
          "push",
          "shopify-webhook",
          "storefront");

  /** A call that fails, and how often at most, of a thousand. */
  private record Fault(String target, String fault, int most, Peril peril) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault("line", "500", 150, Peril.LINE_ERROR),
          new Fault("line", "429", 150, Peril.LINE_THROTTLES),
          new Fault("line", "timeout-after-accept", 40, Peril.LINE_ANSWER_LOST),
          new Fault("line", "connection-reset", 80, Peril.LINE_ERROR),
          new Fault("shopify", "500", 100, Peril.SHOPIFY_ERROR),
          new Fault("shopify", "throttle", 100, Peril.SHOPIFY_ERROR),
          new Fault("dynamodb", "500", 60, Peril.STORE_FAILS),
          new Fault("dynamodb", "throttle", 60, Peril.STORE_FAILS),
          new Fault("dynamodb", "connection-reset", 30, Peril.STORE_FAILS),
          new Fault("sqs", "500", 60, Peril.STORE_FAILS),
          new Fault("scheduler", "500", 100, Peril.STORE_FAILS),
          new Fault("ssm", "throttle", 100, Peril.SECRETS_BUSY));

  private final Caller world;
  private final Diary diary;
  private final Chance chance;

  Weather(Caller world, Diary diary, Chance chance) {
    this.world = world;
    this.diary = diary;
    this.chance = chance;
  }

  /** Two or three kinds of calls fail from now on. */
  void rage() {
    for (int i = chance.between(2, 3); i > 0; i--) {
      Fault fault = chance.oneOf(FAULTS);
      double rate = chance.between(1, fault.most()) / 1000.0;
      world.send(
          "/local/faults",
          Json.of(
              Map.of(
                  "target", fault.target(),
                  "fault", fault.fault(),
                  "rate", rate,
                  "seed", chance.below(1_000_000))));
      diary.struck(fault.peril(), fault.target());
    }
  }

  /** Somebody's process dies. */
  void kill() {
    String function = chance.oneOf(FUNCTIONS);
    world.send("/local/functions/" + function + "/kill", "{}");
    diary.struck(Peril.DEATH_AFTER, function);
  }

  void calm() {
    world.send("/local/faults", "{\"clear\":true}");
  }
}
