package dev.musubi.line.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEnvelopeTest {

  @Test
  void events_keep_the_text_that_LINE_sent() {
    assertThat(
            parse(
                """
                { "events" : [ {"a": 1e400,  "結":"\\u3073🪢"} ,42, "x", [1, 2],null], "more":{},
                  "destination":"U0" }
                """))
        .contains(
            new LineEnvelope(
                Optional.of("U0"),
                List.of("{\"a\": 1e400,  \"結\":\"\\u3073🪢\"}", "42", "\"x\"", "[1, 2]", "null")));
  }

  @Test
  void the_verify_button_sends_no_events() {
    assertThat(LineEnvelope.parse(Samples.webhook("verify-button-without-events").body()))
        .hasValueSatisfying(envelope -> assertThat(envelope.events()).isEmpty());
  }

  @Test
  void several_people_may_come_in_one_body() {
    assertThat(LineEnvelope.parse(Samples.webhook("several-people-in-one").body()))
        .hasValueSatisfying(envelope -> assertThat(envelope.events()).hasSize(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"signed-but-not-json", "signed-but-too-deep", "signed-but-not-utf8", "empty-body"})
  void a_body_that_LINE_cannot_have_sent_is_refused(String meaning) {
    assertThat(LineEnvelope.parse(Samples.webhook(meaning).body())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"events\":{}}",
        "{\"events\":[]}{}",
        "{\"events\":[]",
        "{\"events\":[{]}",
        "{\"events\":[],\"events\":[1]}",
        "\ufeff{\"events\":[]}"
      })
  void anything_but_one_object_with_one_list_of_events_is_refused(String body) {
    assertThat(parse(body)).isEmpty();
  }

  @Test
  void a_body_over_the_limit_is_not_even_looked_at() {
    String head = "{\"events\":[]";
    String full = head + " ".repeat(LineEnvelope.MOST_BYTES - head.length() - 1) + "}";
    assertThat(parse(full)).isPresent();
    assertThat(parse(full + " ")).isEmpty();
  }

  private static Optional<LineEnvelope> parse(String body) {
    return LineEnvelope.parse(body.getBytes(StandardCharsets.UTF_8));
  }
}
