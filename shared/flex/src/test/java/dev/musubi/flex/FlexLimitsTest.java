package dev.musubi.flex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.wording.Rendered;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlexLimitsTest {
  private static final String BUTTON = "messages[0].contents.body.contents[0].action";

  @ParameterizedTest
  @CsvSource({"1500, true", "1501, false"})
  void the_alternative_text_has_at_most_1500_characters(int length, boolean fits) {
    String alt = "[{'type':'flex','altText':'TXT','contents':{'type':'bubble'}}]";
    judge(alt.replace("TXT", "x".repeat(length)), "messages[0].altText", fits);
  }

  @ParameterizedTest
  @CsvSource({"5000, true", "5001, false", "0, false"})
  void a_text_has_1_to_5000_characters(int length, boolean fits) {
    judge("[{'type':'text','text':'" + "x".repeat(length) + "'}]", "messages[0].text", fits);
  }

  @ParameterizedTest
  @CsvSource({"40, true", "41, false"})
  void a_buttons_label_has_at_most_40_characters_as_people_count(int length, boolean fits) {
    String family = "👨‍👩‍👧";
    String button = button("{'type':'message','label':'" + family.repeat(length) + "','text':'x'}");
    judge(button, BUTTON + ".label", fits);
  }

  @ParameterizedTest
  @CsvSource({"300, true", "301, false"})
  void the_data_of_a_postback_has_at_most_300_characters(int length, boolean fits) {
    String data = "x".repeat(length);
    judge(button("{'type':'postback','label':'x','data':'" + data + "'}"), BUTTON + ".data", fits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "https://a.example/茶", "https://a.example/a b", ""})
  void a_link_is_a_percent_encoded_url_of_a_scheme_that_LINE_opens(String uri) {
    judge(button("{'type':'uri','label':'x','uri':'" + uri + "'}"), BUTTON + ".uri", false);
  }

  @Test
  void a_picture_is_fetched_by_https() {
    String picture = "{'type':'image','url':'http://a.example/'}";
    judge(flex("{'type':'bubble','hero':" + picture + "}"), "messages[0].contents.hero.url", false);
  }

  @ParameterizedTest
  @CsvSource({"12, true", "13, false"})
  void a_carousel_has_at_most_12_bubbles(int bubbles, boolean fits) {
    String carousel =
        flex("{'type':'carousel','contents':[" + list("{'type':'bubble'}", bubbles) + "]}");
    judge(carousel, "messages[0].contents.contents", fits);
  }

  @Test
  void the_bubbles_of_a_carousel_are_of_one_size() {
    String two = "{'type':'bubble','size':'kilo'},{'type':'bubble','size':'micro'}";
    String carousel = flex("{'type':'carousel','contents':[" + two + "]}");
    judge(carousel, "messages[0].contents.contents", false);
  }

  @Test
  void a_bubble_has_at_most_30_kilobytes_and_a_carousel_50() {
    String text = "結".repeat(10_000);
    String bubble =
        "{'type':'bubble','body':{'type':'box','layout':'vertical','contents':["
            + "{'type':'text','text':'"
            + text
            + "'}]}}";
    judge(flex(bubble), "", true);
    judge(flex(bubble.replace(text, text + text)), "messages[0].contents", false);
    judge(
        flex("{'type':'carousel','contents':[" + list(bubble, 2) + "]}"),
        "messages[0].contents",
        false);
  }

  @ParameterizedTest
  @CsvSource({"13, true", "14, false"})
  void quick_replies_are_at_most_13(int buttons, boolean fits) {
    String item = "{'type':'action','action':{'type':'message','label':'x','text':'x'}}";
    String text =
        "[{'type':'text','text':'x','quickReply':{'items':[" + list(item, buttons) + "]}}]";
    judge(text, "messages[0].quickReply.items", fits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "x",
        "[{'type':'poem'}]",
        "[{'type':'flex','altText':'x','contents':{'type':'scroll'}}]"
      })
  void what_LINE_does_not_know_is_no_message(String messages) {
    assertThat(complaints(messages)).singleElement().asString().startsWith("'messages");
  }

  @Test
  void a_request_has_at_most_five_messages() {
    String text = "{'type':'text','text':'x'}";
    judge("[" + list(text, 5) + "]", "", true);
    judge("[" + list(text, 6) + "]", "messages", false);
  }

  private static void judge(String messages, String property, boolean fits) {
    if (fits) {
      assertThat(complaints(messages)).isEmpty();
    } else {
      assertThat(complaints(messages))
          .isNotEmpty()
          .allMatch(c -> c.startsWith("'" + property + "' "));
    }
  }

  private static List<String> complaints(String messages) {
    return FlexLimits.check(new Rendered(messages.replace('\'', '"')));
  }

  private static String flex(String container) {
    return "[{'type':'flex','altText':'x','contents':" + container + "}]";
  }

  private static String button(String action) {
    return flex(
        "{'type':'bubble','body':{'type':'box','layout':'vertical','contents':["
            + "{'type':'button','action':"
            + action
            + "}]}}");
  }

  private static String list(String element, int times) {
    return String.join(",", Collections.nCopies(times, element));
  }
}
