package dev.musubi.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.musubi.local.world.page.PageFiles;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The Flex view's gallery, and its list of properties against LINE's own schema. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlexViewTest {
  private static final String FOLDER = "/dev/musubi/local/flexview/";

  /** What a drawing looks like: where everything stands, and in which colours and letters. */
  private static final String SIGNATURES =
      """
      async () => {
        const {EXAMPLES} = await import('/flex/examples.js');
        const {drawFlex} = await import('/flex/flex.js');
        const stage = document.body.appendChild(document.createElement('div'));
        const LOOKS = ['color', 'backgroundColor', 'backgroundImage', 'borderTopWidth', 'borderTopColor', 'borderRadius', 'fontSize',
          'fontWeight', 'fontStyle', 'textDecorationLine', 'lineHeight', 'objectFit', 'direction', 'zoom'];
        const frames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))));
        const found = {};
        for (const {schema, property, values, of, reader} of EXAMPLES) {
          const looks = [];
          for (const value of values) {
            const drawn = drawFlex(of(value), reader);
            stage.replaceChildren(drawn);
            await frames();
            const home = drawn.getBoundingClientRect();
            looks.push(JSON.stringify([...drawn.querySelectorAll('*')].map(one => {
              const box = one.getBoundingClientRect();
              const style = getComputedStyle(one);
              return [box.x - home.x, box.y - home.y, box.width, box.height, ...LOOKS.map(name => style[name]),
                one.children.length ? '' : one.textContent, one.getAttribute('src'), one.getAttribute('role'), one.getAttribute('aria-label')];
            })));
          }
          found[`${schema}.${property}`] = [new Set(looks).size, values.length];
        }
        stage.remove();
        return found;
      }
      """;

  /** Texts and labels of the examples that are not to be seen in their drawings. */
  private static final String LOST =
      """
      async () => {
        const {EXAMPLES} = await import('/flex/examples.js');
        const {drawFlex} = await import('/flex/flex.js');
        const told = part => Array.isArray(part) ? part.flatMap(told) : part === null || typeof part !== 'object' ? []
          : [...(part.text && !part.contents ? [part.text] : []), ...(part.type === 'button' ? [part.action.label] : []),
            ...Object.values(part).flatMap(told)];
        return EXAMPLES.flatMap(({property, values, of, reader}) => values.flatMap(value => {
          const drawn = drawFlex(of(value), reader).textContent;
          return told(of(value)).filter(text => !drawn.includes(text)).map(text => `${property}: ${text}`);
        }));
      }
      """;

  private Chromium chromium;
  private Javalin server;

  @BeforeAll
  void start() {
    assumeTrue(Chromium.program().isPresent(), "there is no chromium: apt-get install chromium");
    chromium = Chromium.start();
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  new PageFiles().on(config);
                })
            .start("127.0.0.1", 0);
  }

  @AfterAll
  void end() {
    if (chromium != null) {
      chromium.close();
      server.stop();
    }
  }

  private Visitor gallery(int width, String fragment) {
    Visitor visitor = chromium.visitor(width, 900, "en");
    visitor.page().navigate("http://127.0.0.1:" + server.port() + "/flex/" + fragment);
    visitor.page().waitForSelector("#example figure");
    return visitor;
  }

  @Test
  void every_property_is_drawn_differently_for_different_values_or_listed_as_not_visible() {
    try (Visitor visitor = gallery(1400, "")) {
      @SuppressWarnings("unchecked") // Playwright gives what the script gives
      var looks = new TreeMap<>((Map<String, List<Integer>>) visitor.page().evaluate(SIGNATURES));
      SoftAssertions.assertSoftly(
          softly ->
              everyProperty()
                  .forEach(
                      (name, drawn) -> {
                        softly.assertThat(looks).as("an example of " + name).containsKey(name);
                        if (!drawn.startsWith("not visible: ")) {
                          List<Integer> seen = looks.getOrDefault(name, List.of(0, 0));
                          softly.assertThat(seen.getFirst()).as(name).isEqualTo(seen.getLast());
                        }
                      }));
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void no_text_and_no_buttons_label_is_lost() {
    try (Visitor visitor = gallery(1400, "")) {
      assertThat((List<?>) visitor.page().evaluate(LOST)).isEmpty();
    }
  }

  @Test
  void every_property_of_lines_schema_is_known() throws IOException {
    String shared = Optional.ofNullable(System.getenv("MUSUBI_SHARED")).orElse("");
    Path file = Path.of(shared, "specs", "line", "messaging-api.yml");
    assumeTrue(!shared.isEmpty() && Files.exists(file), "MUSUBI_SHARED does not name the folder");
    JsonNode schemas =
        new ObjectMapper()
            .valueToTree(
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)))
            .at("/components/schemas");
    TreeSet<String> wanted = new TreeSet<>();
    schemas
        .properties()
        .forEach(
            schema -> {
              if (schema.getKey().startsWith("Flex")
                  && !schema.getKey().matches(".*(Message|Container|Component|Background)")) {
                own(schema.getValue())
                    .forEach(property -> wanted.add(schema.getKey() + "." + property));
              }
            });
    assertThat(everyProperty().keySet()).isEqualTo(wanted);
  }

  private static List<String> own(JsonNode schema) {
    TreeSet<String> names = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    for (JsonNode part : schema.path("allOf")) {
      part.path("properties").fieldNames().forEachRemaining(names::add);
    }
    names.remove("type");
    return List.copyOf(names);
  }

  @Test
  void the_gallery_has_a_page_for_each_property_also_in_a_hand() {
    try (Visitor visitor = gallery(390, "#FlexText.maxLines")) {
      Page page = visitor.page();
      assertThat(page.textContent("#example h2")).isEqualTo("FlexText.maxLines");
      assertThat(page.locator("#example figure").count()).isEqualTo(3);
      assertThat(Audit.overflow(page)).isLessThanOrEqualTo(0);
      assertThat(Audit.contrast(page)).isEmpty();
      visitor.picture(Running.picture("flex-gallery-390"));
    }
    try (Visitor visitor = gallery(1400, "#FlexBubble.size")) {
      visitor.picture(Running.picture("flex-gallery-1400"));
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  /** How each property is drawn, by schema and property. */
  private static Map<String, String> everyProperty() {
    Map<String, String> all = new TreeMap<>();
    try (InputStream in = FlexViewTest.class.getResourceAsStream(FOLDER + "properties.json")) {
      for (var schema : new ObjectMapper().readTree(in).properties()) {
        for (var property : schema.getValue().properties()) {
          all.put(schema.getKey() + "." + property.getKey(), property.getValue().asText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
