package dev.musubi.local.simulation;

import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.local.simulation.check.Checker;
import dev.musubi.local.simulation.check.Violation;
import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.History;
import dev.musubi.local.simulation.plan.Plan;
import dev.musubi.local.simulation.world.Coverage;
import dev.musubi.local.simulation.world.World;
import java.util.List;

/** Lives through a plan and checks what came of it; not for several threads at once. */
public final class Simulation {

  private final FlexRenderer renderer = new FlexRenderer(OwnTemplates.NONE);

  /** What came of one plan. */
  public record Outcome(
      Plan plan, History history, Books books, Coverage coverage, List<Violation> violations) {}

  public Outcome live(Plan plan) {
    return live(plan, false);
  }

  /** {@code telling} keeps what only a story needs. */
  public Outcome live(Plan plan, boolean telling) {
    World world = new World(plan, renderer, telling);
    Books books = world.run();
    List<Violation> violations = Checker.check(plan, world.history(), books);
    return new Outcome(plan, world.history(), books, world.coverage(), violations);
  }
}
