package dev.musubi.lambda;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the template gives a function to know: a variable that is missing or blank stops the start
 * and is named.
 */
public final class Environment {

  private final UnaryOperator<String> variables;

  private Environment(UnaryOperator<String> variables) {
    this.variables = variables;
  }

  public static Environment ofProcess() {
    return new Environment(System::getenv);
  }

  public static Environment of(Map<String, String> variables) {
    return new Environment(variables::get);
  }

  public String text(String name) {
    return Optional.ofNullable(variables.apply(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalStateException("'" + name + "' is not set"));
  }

  /** A number of 1 or more. */
  public int count(String name) {
    String text = text(name);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalStateException("'" + name + "' must be a whole number of 1 or more");
    }
    return Integer.parseInt(text);
  }
}
