package dev.musubi.local.bench;

import dev.musubi.core.sending.SendIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Rounds of one sort of messages, from the first that LINE is asked for to its last answer. */
final class PushSeries {
  private static final int ROUNDS = 5;

  private final String name;
  private final PushSite site;
  private final Supplier<List<SendIntent>> intents;
  private final List<Double> rates = new ArrayList<>();
  private final List<Double> calls = new ArrayList<>();

  /** {@code intents} makes those of the next round. */
  PushSeries(String name, PushSite site, Supplier<List<SendIntent>> intents) {
    this.name = name;
    this.site = site;
    this.intents = intents;
  }

  /** All of them, round by round, so that what warms up with time favours none. */
  static void inTurn(List<PushSeries> all) {
    for (int round = 0; round < ROUNDS; round++) {
      all.forEach(PushSeries::round);
    }
    all.forEach(PushSeries::report);
  }

  private void round() {
    List<SendIntent> next = intents.get();
    site.beginCounting();
    site.send(next);
    rates.add(next.size() * 1e9 / site.line().span().toNanos());
    calls.add(site.callsOfPush() / (double) next.size());
  }

  private void report() {
    System.out.printf(
        "%-18s %s   %s%n",
        name,
        new Spread(rates).told("pushes/s", 0),
        new Spread(calls).told("AWS calls of push each", 2));
  }
}
