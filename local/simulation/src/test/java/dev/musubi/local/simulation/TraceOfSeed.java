package dev.musubi.local.simulation;

import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.plan.Planner;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints everything that happens under a seed, for comparing it with another life of the same. */
final class TraceOfSeed {

  private TraceOfSeed() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(of(Long.parseLong(arguments[0])));
    out.flush();
  }

  static String of(long seed) {
    Plan plan = new Planner(seed, 3, 4).plan();
    return new Story(plan).trace(new Simulation().live(plan, true));
  }
}
