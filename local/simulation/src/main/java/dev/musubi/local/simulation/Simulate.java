package dev.musubi.local.simulation;

import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.plan.Planner;
import dev.musubi.local.simulation.world.Coverage;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * {@code make simulate}: lives through many seeds, names each that breaks a promise as soon as it
 * does, prints what was reached, and tells the story of the first ones.
 */
public final class Simulate {

  private static final int TOLD = 3;
  private static final int MOST_LIVES = 1_500;

  /** What the command line asks for. */
  private record Wish(long from, long seeds, int days, int people, int hands, boolean whole) {}

  private final Wish wish;
  private final PrintStream out;
  private final SortedMap<Long, Simulation.Outcome> broken = new TreeMap<>();
  private final Coverage coverage = new Coverage();
  private final AtomicLong messages = new AtomicLong();
  private final AtomicLong customerDays = new AtomicLong();

  private Simulate(Wish wish, PrintStream out) {
    this.wish = wish;
    this.out = out;
  }

  /**
   * {@code from seeds days people threads}; a zero that is printed counts as failure from 10,000.
   */
  public static void main(String[] arguments) {
    Wish wish =
        new Wish(
            Long.parseLong(arguments[0]),
            Long.parseLong(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]),
            Long.parseLong(arguments[1]) >= 10_000);
    System.exit(new Simulate(wish, System.out).run() ? 0 : 1);
  }

  private boolean run() {
    Crew crew = new Crew(wish.hands());
    crew.each(wish.from(), wish.from() + wish.seeds(), this::worker);
    boolean reached = report(crew.elapsed());
    broken.values().stream().limit(TOLD).forEach(this::tell);
    return broken.isEmpty() && reached;
  }

  private LongConsumer worker() {
    Simulation simulation = new Simulation();
    return seed -> {
      Plan plan = new Planner(seed, wish.days(), wish.people()).plan();
      Simulation.Outcome outcome = simulation.live(plan);
      note(seed, outcome);
    };
  }

  private synchronized void note(long seed, Simulation.Outcome outcome) {
    coverage.add(outcome.coverage());
    customerDays.addAndGet((long) outcome.plan().shops().size() * wish.people() * wish.days());
    messages.addAndGet(
        outcome.history().facts().stream()
            .filter(fact -> fact instanceof Fact.Pushed push && push.answer().accepted())
            .count());
    if (!outcome.violations().isEmpty()) {
      broken.put(seed, outcome);
      name(outcome);
    }
  }

  private boolean report(Duration took) {
    double seconds = took.toMillis() / 1000.0;
    List<String> unreached = new ArrayList<>();
    coverage
        .counts()
        .forEach(
            (what, count) -> {
              if (wish.seeds() > 1) {
                out.printf("%12d  %s%n", count, what);
              }
              if (count == 0) {
                unreached.add(what);
              }
            });
    out.printf(
        "%d seeds, %d customer-days, %d messages in %.1f s: %.1f seeds/s; %d broken; %d of %d never"
            + " reached%n",
        wish.seeds(),
        customerDays.get(),
        messages.get(),
        seconds,
        wish.seeds() / seconds,
        broken.size(),
        unreached.size(),
        coverage.counts().size());
    if (wish.whole()) {
      unreached.forEach(what -> out.println("never reached: " + what));
      coverage.rare().forEach(what -> out.println("passed too rarely to be reached: " + what));
    }
    return unreached.isEmpty() || !wish.whole();
  }

  private void name(Simulation.Outcome outcome) {
    out.printf(
        "Seed %d breaks a promise: %s. To live through it again: make simulate SEED=%d DAYS=%d"
            + " PEOPLE=%d%n",
        outcome.plan().seed(),
        outcome.violations().getFirst().rule(),
        outcome.plan().seed(),
        wish.days(),
        wish.people());
  }

  private void tell(Simulation.Outcome outcome) {
    Simulation simulation = new Simulation();
    String rule = outcome.violations().getFirst().rule();
    Plan shortest = new Shrinking(simulation, rule, MOST_LIVES).shortest(outcome.plan());
    out.printf("%nSeed %d, shrunk:%n", outcome.plan().seed());
    out.println(new Story(shortest).tell(simulation.live(shortest, true)));
  }
}
