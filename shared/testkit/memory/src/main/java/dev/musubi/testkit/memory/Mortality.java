package dev.musubi.testkit.memory;

import java.util.function.IntPredicate;

/**
 * Lets the process die before or after any single call of a port: each call has two such moments,
 * counted from 1.
 */
public final class Mortality {

  private final IntPredicate deadly;
  private int moment;

  public Mortality(IntPredicate deadly) {
    this.deadly = deadly;
  }

  /** How many moments there were so far. */
  public int moments() {
    return moment;
  }

  public <P> P mortal(Class<P> port, P real) {
    return Between.with(
        port,
        real,
        call -> {
          survive("before", call.name());
          Object answer = call.through();
          survive("after", call.name());
          return answer;
        });
  }

  private void survive(String when, String what) {
    moment++;
    if (deadly.test(moment)) {
      throw new Death(when + " " + what);
    }
  }
}
