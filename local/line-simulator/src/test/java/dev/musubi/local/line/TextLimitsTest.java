package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitsTest {
  private static final String EMOJI =
      "{\"type\":\"emoji\",\"productId\":\"5ac1bfd5040ab15980c9b435\",\"emojiId\":\"001\"}";
  private final Line line = new Line();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_placeholder_stands_in_the_text_and_in_the_substitution() {
    assertThat(text("いつも{smile}{{感謝}}", "\"smile\":" + EMOJI).status()).isEqualTo(200);

    var missing = text("{smile}", "");
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.json().at("/details/0/property").asText())
        .isEqualTo("messages[0].substitution.smile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "a{b", "}{", "{a}}"})
  void a_brace_of_the_text_itself_is_doubled(String wrong) {
    assertThat(text(wrong, "\"a\":" + EMOJI).json().at("/details/0/property").asText())
        .isEqualTo("messages[0].text");
  }

  @Test
  void a_mention_has_no_place_outside_groups() {
    var mention =
        "\"you\":{\"type\":\"mention\",\"mentionee\":{\"type\":\"user\",\"userId\":\"%s\"}}"
            .formatted(HANA);
    assertThat(text("{you}", mention).status()).isEqualTo(400);
  }

  @Test
  void a_placeholders_name_has_1_to_20_plain_characters_and_an_emoji_both_ids() {
    var name = "n".repeat(21);
    assertThat(text("{" + name + "}", "\"" + name + "\":" + EMOJI).status()).isEqualTo(400);
    assertThat(text("{a}", "\"a\":{\"type\":\"emoji\",\"productId\":\"1\"}").status())
        .isEqualTo(400);
  }

  @Test
  void twenty_emojis_are_taken() {
    assertThat(emojis(20).status()).isEqualTo(200);
    assertThat(emojis(21).status()).isEqualTo(400);
  }

  @Test
  void nobody_sends_as_line() {
    assertThat(named("日の出茶舗").status()).isEqualTo(200);
    assertThat(named("Line 公式").json().at("/details/0/property").asText())
        .isEqualTo("messages[0].sender.name");
  }

  @Test
  void whether_a_phone_stays_silent_is_true_or_false() {
    var push = "{\"to\":\"%s\",%s,\"notificationDisabled\":%s}";
    var path = "/v2/bot/message/push";
    assertThat(line.post(path, push.formatted(HANA, Line.texts("a"), "true")).status())
        .isEqualTo(200);
    var wrong = line.post(path, push.formatted(HANA, Line.texts("a"), "\"yes\""));
    assertThat(wrong.json().at("/details/0/property").asText()).isEqualTo("notificationDisabled");
  }

  private Line.Reply emojis(int count) {
    var text = new StringBuilder();
    var substitution = new StringBuilder();
    for (var i = 0; i < count; i++) {
      text.append("{e").append(i).append('}');
      substitution.append(i > 0 ? "," : "").append("\"e").append(i).append("\":").append(EMOJI);
    }
    return text(text.toString(), substitution.toString());
  }

  private Line.Reply text(String text, String substitution) {
    return line.validate(
        "{\"type\":\"textV2\",\"text\":\"%s\",\"substitution\":{%s}}"
            .formatted(text, substitution));
  }

  private Line.Reply named(String name) {
    return line.validate(
        "{\"type\":\"text\",\"text\":\"a\",\"sender\":{\"name\":\"%s\"}}".formatted(name));
  }
}
