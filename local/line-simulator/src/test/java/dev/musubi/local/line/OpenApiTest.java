package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * With LINE's description at hand every answer in these tests is held against it; here, that the
 * holding is done in earnest.
 */
@EnabledIfEnvironmentVariable(named = "MUSUBI_SHARED", matches = ".+")
class OpenApiTest {

  @Test
  void an_answer_that_line_does_not_declare_is_found() {
    var check = OpenApiCheck.fromEnvironment().orElseThrow();

    check.check("GET", "/v2/bot/message/quota", 200, "{\"type\":\"none\"}");

    assertThatThrownBy(() -> check.check("GET", "/v2/bot/message/quota", 200, "{\"type\":\"all\"}"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> check.check("GET", "/v2/bot/profile/" + HANA, 200, "{\"userId\":\"U\"}"))
        .isInstanceOf(AssertionError.class);
  }
}
