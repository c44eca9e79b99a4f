package dev.musubi.local.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Rule 2: functions use adapters, adapters use core, and nothing points back or sideways, so that a
 * function can be read, replaced and deployed by itself. Injection stays at the door: what it would
 * hide elsewhere is written out in each {@code …Wiring}.
 */
class OneWayTest {

  private static final List<String> NAMES = Project.functions();
  private static final String[] FUNCTIONS =
      NAMES.stream().map(OneWayTest::packages).toArray(String[]::new);

  private static final ArchRule SHARED_KNOWS_NO_FUNCTION =
      noClasses()
          .that()
          .resideOutsideOfPackages(FUNCTIONS)
          .and()
          .resideOutsideOfPackage("dev.musubi.local..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FUNCTIONS);

  private static final ArchRule NOTHING_DEPLOYED_IS_LOCAL_OR_FOR_TESTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.musubi.local..", "dev.musubi.testkit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.musubi.local..", "dev.musubi.testkit..");

  private static final ArchRule FUNCTIONS_ARE_STRANGERS =
      slices().assignedFrom(new ByFunction()).should().notDependOnEachOther();

  private static final ArchRule INJECTION_AT_THE_DOOR =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Function")
          .and()
          .haveSimpleNameNotEndingWith("Wiring")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "jakarta.inject..");

  private static final ArchRule SIMULATORS_SHARE_NO_BUG =
      noClasses()
          .that()
          .resideInAnyPackage("dev.musubi.local.line..", "dev.musubi.local.shopify..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.musubi..").and(resideOutsideOfPackage("dev.musubi.local..")));

  private static final JavaClasses ALL = Project.classes("shared", "functions", "local");

  /**
   * The simulation opens functions from inside their packages: there the folder tells, not the
   * name.
   */
  private static final JavaClasses DEPLOYED = Project.classes("shared", "functions");

  @Test
  void shared_code_knows_no_function() {
    assertThat(FUNCTIONS).contains("dev.musubi.push..", "dev.musubi.linewebhook..");
    SHARED_KNOWS_NO_FUNCTION.check(ALL);
  }

  @Test
  void an_adapter_that_uses_a_function_is_refused() {
    JavaClasses sample =
        Sample.classes(
            "package dev.musubi.push; public class PushWorker {}",
            "package dev.musubi.wire; class Codec { dev.musubi.push.PushWorker worker; }");

    refused(SHARED_KNOWS_NO_FUNCTION, sample);
  }

  @Test
  void what_is_deployed_uses_neither_the_local_world_nor_the_test_kit() {
    NOTHING_DEPLOYED_IS_LOCAL_OR_FOR_TESTS.check(DEPLOYED);
  }

  @Test
  void a_function_that_uses_the_test_kit_is_refused() {
    JavaClasses sample =
        Sample.classes(
            "package dev.musubi.testkit.memory; public class MemoryLinks {}",
            "package dev.musubi.push; class P { dev.musubi.testkit.memory.MemoryLinks links; }");

    refused(NOTHING_DEPLOYED_IS_LOCAL_OR_FOR_TESTS, sample);
  }

  @Test
  void no_function_uses_another() {
    FUNCTIONS_ARE_STRANGERS.check(ALL);
  }

  @Test
  void a_function_that_uses_another_is_refused() {
    JavaClasses sample =
        Sample.classes(
            "package dev.musubi.push; public class PushWorker {}",
            "package dev.musubi.chores; class Chores { dev.musubi.push.PushWorker worker; }");

    refused(FUNCTIONS_ARE_STRANGERS, sample);
  }

  @Test
  void injection_is_in_functions_and_wirings_only() {
    INJECTION_AT_THE_DOOR.check(ALL);
  }

  @Test
  void an_endpoint_that_is_injected_into_is_refused() {
    JavaClasses sample =
        Sample.classes(
            "package jakarta.inject; public @interface Inject {}",
            "package dev.musubi.push; class PushWorker { @jakarta.inject.Inject Object pacer; }");

    refused(INJECTION_AT_THE_DOOR, sample);
  }

  @Test
  void simulators_use_nothing_of_what_they_are_there_to_test() {
    SIMULATORS_SHARE_NO_BUG.check(ALL);
  }

  @Test
  void a_simulator_that_uses_an_adapter_is_refused() {
    JavaClasses sample =
        Sample.classes(
            "package dev.musubi.line.events; public class LineSignature {}",
            "package dev.musubi.local.line; class Mail { dev.musubi.line.events.LineSignature s; }");

    refused(SIMULATORS_SHARE_NO_BUG, sample);
  }

  private static void refused(ArchRule rule, JavaClasses sample) {
    assertThatThrownBy(() -> rule.check(sample)).hasMessageContaining("was violated (1 times)");
  }

  private static String packages(String function) {
    return "dev.musubi." + function.replace("-", "") + "..";
  }

  /** Each function's classes are a slice, all others none. */
  private static final class ByFunction implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      Optional<String> function =
          NAMES.stream().filter(name -> resideInAPackage(packages(name)).test(type)).findFirst();
      return function.map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
    }

    @Override
    public String getDescription() {
      return "functions";
    }
  }
}
