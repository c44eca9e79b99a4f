package dev.musubi.local.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Rule 1: core needs nothing but the JDK, so what it says of the business can be read, tested and
 * simulated without any platform; its packages have one direction, so each can be understood from
 * those below it.
 */
class CoreStandsOnTheJdkTest {

  private static final ArchRule JDK_ALONE =
      classes()
          .that()
          .resideInAPackage("dev.musubi.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.musubi.core..");

  private static final ArchRule NO_CYCLES =
      slices().matching("dev.musubi.core.(*)..").should().beFreeOfCycles();

  private static final JavaClasses CORE = Project.classes("shared/core");

  @Test
  void core_uses_the_jdk_and_itself() {
    JDK_ALONE.check(CORE);
  }

  @Test
  void a_core_class_that_uses_a_library_is_refused() {
    JavaClasses sample =
        Sample.classes(
            """
            package dev.musubi.core.shop;

            class Asserting {
              Object assertion = org.assertj.core.api.Assertions.assertThat(1);
            }
            """);

    assertThatThrownBy(() -> JDK_ALONE.check(sample)).hasMessageContaining("org.assertj");
  }

  @Test
  void packages_of_core_have_no_cycles() {
    NO_CYCLES.check(CORE);
  }

  @Test
  void two_packages_that_use_each_other_are_refused() {
    JavaClasses sample =
        Sample.classes(
            """
            package dev.musubi.core.shop;

            public class Hen {
              dev.musubi.core.people.Egg egg;
            }
            """,
            """
            package dev.musubi.core.people;

            public class Egg {
              dev.musubi.core.shop.Hen hen;
            }
            """);

    assertThatThrownBy(() -> NO_CYCLES.check(sample)).hasMessageContaining("Cycle detected");
  }
}
