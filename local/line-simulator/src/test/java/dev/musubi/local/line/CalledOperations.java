package dev.musubi.local.line;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Notes which operations of a client are called. */
final class CalledOperations {
  private CalledOperations() {}

  static <T> T of(Class<T> api, T client, Set<String> called) {
    var noting =
        Proxy.newProxyInstance(
            api.getClassLoader(),
            new Class<?>[] {api},
            (proxy, method, arguments) -> {
              called.add(method.getName());
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return api.cast(noting);
  }
}
