package dev.musubi.local.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * One class makes all HTTP answers, so that none can go out without the headers that forbid to
 * keep, frame, script or name it, and none with a cookie.
 */
class AnswersAreGuardedTest {

  private static final String ANSWER =
      "com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse";

  private static final ArchRule ONE_MAKER =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.musubi.lambda.Answers")
          .should()
          .callMethod(ANSWER, "builder")
          .orShould()
          .callConstructor(ANSWER)
          .orShould()
          .callMethod(ANSWER, "setHeaders", "java.util.Map")
          .orShould()
          .callMethod(ANSWER, "setCookies", "java.util.List");

  @Test
  void only_one_class_makes_answers() {
    ONE_MAKER.check(Project.classes("shared", "functions"));
  }

  @Test
  void whoever_makes_one_without_it_is_found() {
    assertThatThrownBy(
            () ->
                ONE_MAKER.check(
                    Sample.classes(
                        "package dev.musubi.link; class Bare { Object it = new "
                            + ANSWER
                            + "(); }")))
        .hasMessageContaining("was violated");
    assertThatThrownBy(
            () ->
                ONE_MAKER.check(
                    Sample.classes(
                        "package dev.musubi.link; class Bare { Object it = "
                            + ANSWER
                            + ".builder(); }")))
        .hasMessageContaining("was violated");
  }
}
