package dev.musubi.flex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.OwnTemplates;
import dev.musubi.core.wording.TemplateVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FlexRendererTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SortedMap<String, String> NONE = new TreeMap<>();

  private final FlexRenderer renderer = new FlexRenderer(OwnTemplates.NONE);

  @Test
  void the_same_content_gives_the_same_characters() {
    Composed content = Content.browse(Language.JA, 1, 5);
    assertThat(new FlexRenderer(OwnTemplates.NONE).render(Content.SHOP, content))
        .isEqualTo(renderer.render(Content.SHOP, content));
  }

  @Test
  void one_product_is_one_bubble_in_the_order_of_the_content() throws IOException {
    JsonNode message =
        JSON.readTree(renderer.render(Content.SHOP, Content.browse(Language.EN, 1, 3)).messages())
            .get(0);
    assertThat(message.at("/contents/contents")).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(message.at("/contents/contents/" + i + "/body/contents/1/text").asText())
          .isEqualTo("煎茶 " + (i + 1));
    }
  }

  @Test
  void a_product_without_a_picture_has_no_hole_in_its_place() throws IOException {
    JsonNode bubbles =
        JSON.readTree(renderer.render(Content.SHOP, Content.browse(Language.JA, 1, 2)).messages())
            .at("/0/contents/contents");
    assertThat(bubbles.get(0).path("hero").path("url").asText())
        .isEqualTo("https://cdn.tea.example/sencha-1.png");
    assertThat(bubbles.get(1).has("hero")).isFalse();
    assertThat(bubbles.get(1).at("/body/contents")).hasSize(3);
  }

  @Test
  void a_value_stays_a_text_whatever_it_holds() throws IOException {
    String hostile = "\"}],\"type\":\"x\" {price} $1 \\ \n\u2028";
    SortedMap<String, String> values = new TreeMap<>(Map.of("name", hostile));
    assertThat(fill("[{\"text\":\"<{name}>\"}]", values, List.of()))
        .isEqualTo(
            JSON.createArrayNode().add(JSON.createObjectNode().put("text", "<" + hostile + ">")));
  }

  @Test
  void a_missing_or_blank_value_has_the_fallback_of_its_place() throws IOException {
    String template = "[\"{name|お客様}さん\"]";
    assertThat(fill(template, NONE, List.of())).isEqualTo(JSON.readTree("[\"お客様さん\"]"));
    assertThat(fill(template, new TreeMap<>(Map.of("name", " ")), List.of()))
        .isEqualTo(JSON.readTree("[\"お客様さん\"]"));
  }

  @Test
  void a_missing_value_without_a_fallback_is_named() {
    assertThatThrownBy(() -> fill("[{\"a\":[\"{name}\"]}]", NONE, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("template test needs a value for 'name'");
  }

  @Test
  void an_item_sees_its_own_values_before_those_of_the_whole() throws IOException {
    SortedMap<String, String> values = new TreeMap<>(Map.of("a", "whole", "b", "whole"));
    SortedMap<String, String> item = new TreeMap<>(Map.of("a", "item"));
    assertThat(fill("[\"{a}\",{\"each\":[\"{a}\",\"{b}\"]}]", values, List.of(item, item)))
        .isEqualTo(JSON.readTree("[\"whole\",[\"item\",\"whole\"],[\"item\",\"whole\"]]"));
  }

  @Test
  void an_element_that_needs_a_value_goes_with_it() throws IOException {
    String template = "[{\"if\":\"a\",\"x\":1},{\"y\":{\"if\":\"b\",\"z\":2},\"w\":null}]";
    assertThat(fill(template, new TreeMap<>(Map.of("a", "1")), List.of()))
        .isEqualTo(JSON.readTree("[{\"x\":1},{\"w\":null}]"));
  }

  @Test
  void the_newest_template_is_the_one_with_the_highest_number() {
    assertThat(renderer.newest(Kind.BROWSE, Language.JA))
        .isEqualTo(new TemplateVersion(Kind.BROWSE, Language.JA, 1));
  }

  @Test
  void a_template_that_never_was_is_refused() {
    assertThatThrownBy(() -> renderer.render(Content.SHOP, Content.browse(Language.JA, 99, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("99");
  }

  private static JsonNode fill(
      String template, SortedMap<String, String> values, List<SortedMap<String, String>> items)
      throws IOException {
    return new Template("test", JSON.readValue(template, ArrayNode.class)).fill(values, items);
  }
}
