package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  private final Environment environment =
      Environment.of(Map.of("TABLE", "links", "BLANK", " ", "PACE", "190", "WORD", "many"));

  @Test
  void what_is_set_is_read() {
    assertThat(environment.text("TABLE")).isEqualTo("links");
    assertThat(environment.count("PACE")).isEqualTo(190);
  }

  @Test
  void what_is_missing_blank_or_no_number_is_named() {
    assertThatThrownBy(() -> environment.text("GONE")).hasMessage("'GONE' is not set");
    assertThatThrownBy(() -> environment.text("BLANK")).hasMessage("'BLANK' is not set");
    assertThatThrownBy(() -> environment.count("WORD")).hasMessageContaining("'WORD'");
  }
}
