package dev.musubi.testkit.memory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              survive("before", method.getName());
              try {
                Object answer = method.invoke(real, arguments);
                survive("after", method.getName());
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return port.cast(proxy);
  }

  private void survive(String when, String what) {
    moment++;
    if (deadly.test(moment)) {
      throw new Death(when + " " + what);
    }
  }
}
