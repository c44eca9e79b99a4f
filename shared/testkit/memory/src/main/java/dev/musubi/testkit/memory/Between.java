package dev.musubi.testkit.memory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/** Stands between a port and who calls it: sees every call, and lets it through or not. */
public interface Between {

  /** Answers in the port's place, most often by {@link Call#through}. */
  Object answer(Call call) throws Throwable;

  /** A call that the port has not seen yet. */
  record Call(Object real, Method method, Object[] arguments) {

    public String name() {
      return method.getName();
    }

    public Object first() {
      return arguments[0];
    }

    /** Whether that is among the arguments. */
    public boolean names(Object argument) {
      return List.of(arguments).contains(argument);
    }

    public Object through() throws Throwable {
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  static <P> P with(Class<P> port, P real, Between between) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> between.answer(new Call(real, method, arguments)));
    return port.cast(proxy);
  }
}
