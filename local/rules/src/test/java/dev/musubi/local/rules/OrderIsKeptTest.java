package dev.musubi.local.rules;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule 4: the order of {@code Set.of}, {@code Map.of} and their copies changes with each start of a
 * JVM, which would break a simulation's seed and a retry's byte-identical body.
 */
class OrderIsKeptTest {

  private static final ArchRule NO_SHUFFLED_ORDER =
      noClasses()
          .should()
          .accessTargetWhere(
              target(owner(assignableTo(Set.class).or(assignableTo(Map.class))))
                  .and(target(nameMatching("of|ofEntries|copyOf"))))
          .orShould()
          .accessTargetWhere(
              target(owner(assignableTo(Collectors.class)))
                  .and(target(nameMatching("toUnmodifiable(Set|Map)"))));

  @Test
  void core_messages_and_functions_keep_an_order() {
    NO_SHUFFLED_ORDER.check(
        Project.classes(
            "shared/core",
            "shared/wire",
            "shared/flex",
            "shared/lambda",
            "shared/testkit/memory",
            "functions"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.Set.of(1, 2)",
        "java.util.Map.of(1, 2)",
        "java.util.Map.ofEntries()",
        "java.util.Set.copyOf(java.util.List.of(1))",
        "java.util.Map.copyOf(new java.util.TreeMap<Integer, Integer>())",
        "(java.util.function.Function<java.util.List<Integer>, ?>) java.util.Set::copyOf",
        "java.util.stream.Collectors.toUnmodifiableSet()"
      })
  void whoever_loses_the_order_is_refused(String expression) {
    JavaClasses sample =
        Sample.classes(
            "package dev.musubi.core.shop; class Sample { Object it = " + expression + "; }");

    assertThatThrownBy(() -> NO_SHUFFLED_ORDER.check(sample)).hasMessageContaining("was violated");
  }
}
