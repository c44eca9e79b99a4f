package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.ShopPlan;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Nothing promotional uses what a shop keeps of LINE's monthly messages for the others. */
final class Sparing implements Rule {

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    for (Fact.Pushed push : timeline.pushes) {
      Optional<ShopPlan.Monthly> monthly = timeline.plan.shops().get(push.shop()).monthly();
      if (push.answer().accepted()
          && promotional(push)
          && monthly.filter(m -> reached(timeline, push, m)).isPresent()) {
        broken.accept(
            new Violation(
                "quota",
                push.at(),
                "shop %d uses for account %d what it keeps in reserve"
                    .formatted(push.shop(), push.account())));
      }
    }
  }

  private static boolean promotional(Fact.Pushed push) {
    return push.message().kind().filter(Politeness.PROMOTIONAL::contains).isPresent();
  }

  private static boolean reached(Timeline timeline, Fact.Pushed push, ShopPlan.Monthly monthly) {
    Instant decided = Politeness.decided(timeline, push);
    return used(timeline, push.shop(), decided) >= monthly.limit() - monthly.reserve();
  }

  /** What LINE had counted by then. */
  private static long used(Timeline timeline, int shop, Instant then) {
    long pushes =
        timeline.pushes.stream()
            .filter(push -> push.shop() == shop && push.at().isBefore(then))
            .filter(push -> push.answer().accepted())
            .count();
    long notices =
        timeline.notices.stream()
            .filter(notice -> notice.shop() == shop && notice.at().isBefore(then))
            .filter(notice -> notice.answer().accepted())
            .count();
    return pushes + notices;
  }
}
