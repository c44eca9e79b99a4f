package dev.musubi.local.stack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One operator of a policy's condition. See <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">the
 * operators</a>; those that this project's template has no use for are not known.
 */
record ConditionTest(Quantifier quantifier, Comparison comparison, boolean ifExists) {

  enum Quantifier {
    ONE,
    FOR_ALL_VALUES,
    FOR_ANY_VALUE
  }

  enum Comparison {
    STRINGEQUALS,
    STRINGNOTEQUALS,
    STRINGLIKE,
    ARNEQUALS,
    ARNLIKE,
    BOOL;

    boolean matches(String wanted, String given) {
      return switch (this) {
        case STRINGEQUALS, STRINGNOTEQUALS -> wanted.equals(given);
        case STRINGLIKE -> Wildcards.text(wanted, given);
        case ARNEQUALS, ARNLIKE -> Wildcards.arn(wanted, given);
        case BOOL -> wanted.equalsIgnoreCase(given);
      };
    }

    boolean negated() {
      return this == STRINGNOTEQUALS;
    }
  }

  static Optional<ConditionTest> parse(String operator) {
    String rest = operator.toLowerCase(Locale.ROOT);
    Quantifier quantifier = Quantifier.ONE;
    if (rest.startsWith("forallvalues:")) {
      quantifier = Quantifier.FOR_ALL_VALUES;
    } else if (rest.startsWith("foranyvalue:")) {
      quantifier = Quantifier.FOR_ANY_VALUE;
    }
    rest = rest.substring(rest.indexOf(':') + 1);
    boolean ifExists = rest.endsWith("ifexists");
    String name = ifExists ? rest.substring(0, rest.length() - "ifexists".length()) : rest;
    for (Comparison comparison : Comparison.values()) {
      if (comparison.name().equalsIgnoreCase(name)) {
        return Optional.of(new ConditionTest(quantifier, comparison, ifExists));
      }
    }
    return Optional.empty();
  }

  boolean holds(String key, List<String> wanted, Map<String, List<String>> context) {
    List<String> given = context.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    if (given.isEmpty()) {
      return ifExists || quantifier == Quantifier.FOR_ALL_VALUES || comparison.negated();
    }
    return quantifier == Quantifier.FOR_ALL_VALUES
        ? given.stream().allMatch(g -> fits(wanted, g))
        : given.stream().anyMatch(g -> fits(wanted, g));
  }

  private boolean fits(List<String> wanted, String given) {
    boolean any = wanted.stream().anyMatch(w -> comparison.matches(w, given));
    return any != comparison.negated();
  }
}
