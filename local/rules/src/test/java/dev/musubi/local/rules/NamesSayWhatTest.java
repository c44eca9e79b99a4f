package dev.musubi.local.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule 1: packages and classes are named by words of the business or of the platform; a name that
 * fits everything gathers everything.
 */
class NamesSayWhatTest {

  private static final ArchRule NO_DRAWERS =
      noClasses()
          .should()
          .haveNameMatching("(?i).*\\.(utils?|commons?|helpers?|managers?)\\..*")
          .orShould()
          .haveNameMatching(".*[.$](\\w*[a-z0-9])?(Util|Common|Helper|Manager)s?([A-Z$]\\w*)?");

  @Test
  void nothing_is_a_util_a_common_a_helper_or_a_manager() {
    NO_DRAWERS.check(Project.classes("shared", "functions", "local"));
    NO_DRAWERS.check(Project.testClasses("shared", "functions", "local"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package dev.musubi.core.util; class Dates {}",
        "package dev.musubi.common; class Dates {}",
        "package dev.musubi.core.shop; class DateUtils {}",
        "package dev.musubi.core.shop; class HelperOfDates {}",
        "package dev.musubi.core.shop; class Dates { interface Manager {} }"
      })
  void a_name_that_fits_everything_is_refused(String source) {
    assertThatThrownBy(() -> NO_DRAWERS.check(Sample.classes(source)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated");
  }
}
