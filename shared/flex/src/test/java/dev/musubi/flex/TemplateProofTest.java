package dev.musubi.flex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.core.shop.Complaint;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.OwnTemplate;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.core.wording.Rendered;
import dev.musubi.core.wording.TemplateVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateProofTest {

  private static final String STOP =
      """
      {"type":"postback","label":"止める","data":"musubi:stop?kind=CART"}""";

  private static final String WHY =
      """
      {"type":"postback","label":"なぜ?","data":"musubi:why?kind=CART"}""";

  private final TemplateProof proof = new TemplateProof(new FlexRenderer(OwnTemplates.NONE));

  /** So whoever starts from a ready text can save it as it is. */
  @ParameterizedTest
  @EnumSource
  void every_ready_template_passes(Kind kind) throws IOException {
    for (Language language : Language.values()) {
      String name = "templates/" + kind + "/" + language.tag() + "/1.json";
      try (InputStream in = FlexRenderer.class.getResourceAsStream(name)) {
        String ready = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(proof.of(template(kind, language, ready)))
            .as(name)
            .isInstanceOf(TemplateProof.Outcome.Good.class);
      }
      assertThat(FlexLimits.check(proof.preview(kind, language))).isEmpty();
    }
  }

  @Test
  void a_good_template_is_rendered_for_the_sample_customer() throws IOException {
    OwnTemplate good = cart(bubble("{shop}: {first|商品}", STOP, WHY));
    assertThat(proof.of(good)).isInstanceOf(TemplateProof.Outcome.Good.class);
    Rendered shown = proof.preview(good);
    assertThat(new ObjectMapper().readTree(shown.messages()).at("/0/altText").asText())
        .isEqualTo("花道茶舗: 煎茶");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[", "\"text\"", "[{\"type\":\"flex\"}] x", "[{\"if\":1}]", ""})
  void what_is_no_array_of_messages_is_refused(String messages) {
    assertThat(complaints(cart(messages))).isNotEmpty();
  }

  @Test
  void a_value_that_is_not_always_there_needs_a_fallback() {
    assertThat(complaints(cart(bubble("{picture}", STOP, WHY))))
        .anySatisfy(complaint -> assertThat(complaint.english()).contains("picture"));
    assertThat(complaints(cart(bubble("{nickname}", STOP, WHY))))
        .anySatisfy(complaint -> assertThat(complaint.english()).contains("nickname"));
    assertThat(proof.of(cart(bubble("{nickname|お客様}", STOP, WHY))))
        .isInstanceOf(TemplateProof.Outcome.Good.class);
  }

  @Test
  void what_LINE_would_refuse_is_refused_with_the_place() {
    assertThat(complaints(cart(bubble("x".repeat(1501), STOP, WHY))))
        .anySatisfy(c -> assertThat(c.english()).contains("messages[0].altText"));
  }

  @Test
  void what_is_not_service_can_be_stopped() {
    String elsewhere = "{\"type\":\"uri\",\"label\":\"見る\",\"uri\":\"https://shop.example\"}";
    assertThat(complaints(cart(bubble("{first}", elsewhere))))
        .singleElement()
        .satisfies(c -> assertThat(c.english()).contains("musubi:stop?kind=CART"));
    assertThat(proof.of(template(Kind.ORDER, Language.JA, bubble("{number}", elsewhere))))
        .isInstanceOf(TemplateProof.Outcome.Good.class);
  }

  @Test
  void what_is_promotional_tells_why_it_came_and_what_was_asked_for_need_not() {
    assertThat(complaints(cart(bubble("{first}", STOP))))
        .singleElement()
        .satisfies(c -> assertThat(c.english()).contains("musubi:why?kind=CART"));
    String stop = STOP.replace("CART", "RESTOCK");
    assertThat(proof.of(template(Kind.RESTOCK, Language.JA, bubble("{shop}", stop))))
        .isInstanceOf(TemplateProof.Outcome.Good.class);
  }

  @Test
  void a_button_that_the_chat_does_not_understand_is_refused() {
    String odd = "{\"type\":\"postback\",\"label\":\"?\",\"data\":\"musubi:dance\"}";
    assertThat(complaints(cart(bubble("{first}", odd))))
        .singleElement()
        .satisfies(c -> assertThat(c.english()).contains("musubi:dance"));
  }

  @Test
  void the_lock_screen_of_a_discreet_shop_tells_nothing() {
    Rendered rendered =
        new FlexRenderer(OwnTemplates.NONE)
            .render(Content.SHOP, Content.discreet(Kind.CART, Language.JA));
    assertThat(rendered.messages()).contains("\"altText\":\"花道茶舗からのお知らせがあります\"");
  }

  private List<Complaint> complaints(OwnTemplate template) {
    return switch (proof.of(template)) {
      case TemplateProof.Outcome.Good good -> List.of();
      case TemplateProof.Outcome.Refused(List<Complaint> complaints) -> complaints;
    };
  }

  private static OwnTemplate cart(String messages) {
    return template(Kind.CART, Language.JA, messages);
  }

  private static OwnTemplate template(Kind kind, Language language, String messages) {
    return new OwnTemplate(new TemplateVersion(kind, language, 1, true), messages);
  }

  private static String bubble(String altText, String... actions) {
    String buttons =
        Arrays.stream(actions)
            .map("{\"type\":\"button\",\"action\":%s}"::formatted)
            .collect(Collectors.joining(","));
    return """
        [{"type":"flex","altText":"%s","contents":{"type":"bubble","body":{"type":"box","layout":"vertical",
        "contents":[%s]}}}]"""
        .formatted(altText, buttons);
  }
}
