package dev.musubi.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the page looks and how it is used, in both languages, on a desk and in a hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksTest {
  private static final List<String> TABS = List.of("shop", "phones", "mind", "backstage");

  private Running running;

  @BeforeAll
  void start() {
    running = Running.begin();
  }

  @AfterAll
  void end() {
    if (running != null) {
      running.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"1400,1100,ja", "1400,1100,en", "390,844,ja", "390,844,en"})
  void every_text_can_be_read_and_everything_that_can_be_used_has_a_name(
      int width, int height, String language) {
    try (Visitor visitor = running.visitor(width, height, language)) {
      Page page = visitor.page();
      for (String tab : width < 800 ? TABS : List.of("phones")) {
        show(page, tab);
        visitor.picture(Running.picture("page-%s-%d-%s".formatted(language, width, tab)));
        assertThat(Audit.contrast(page)).as("contrast on " + tab).isEmpty();
        assertThat(Audit.names(page)).as("names on " + tab).isEmpty();
        assertThat(Audit.targets(page)).as("sizes on " + tab).isEmpty();
        assertThat(Audit.overflow(page)).as("horizontal scroll on " + tab).isLessThanOrEqualTo(0);
      }
      assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static void show(Page page, String tab) {
    if (page.isVisible("[data-tab-button=" + tab + "]")) {
      page.click("[data-tab-button=" + tab + "]");
    }
  }

  @Test
  void a_scene_is_played_by_keyboard_alone() {
    try (Visitor visitor = running.visitor(1400, 1100, "en")) {
      Page page = visitor.page();
      page.keyboard().press("Tab");
      assertThat(focused(page)).isEqualTo("Go to the phones");
      for (int at = 0; at < 20 && !focused(page).startsWith("1Link"); at++) {
        page.keyboard().press("Tab");
      }
      assertThat(focused(page)).startsWith("1Link");
      page.keyboard().press("Enter");
      page.waitForSelector("#scene[data-state=waiting]");
      for (int step = 0; step < 3; step++) {
        assertThat(focused(page)).isEqualTo("Next");
        page.keyboard().press("Enter");
        page.waitForSelector("#scene:not([data-state=busy])");
      }
      assertThat(page.getAttribute("#scene", "data-state")).isEqualTo("ended");
      assertThat(focused(page)).isEqualTo("Next scene");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static String focused(Page page) {
    return (String) page.evaluate("() => document.activeElement.textContent.trim()");
  }

  @Test
  void an_act_that_makes_no_sense_shows_its_sentence() {
    try (Visitor visitor = running.visitor(1400, 1100, "en")) {
      Page page = visitor.page();
      page.click("details summary");
      page.selectOption("#act", "say");
      page.click("#acts button[type=submit]");
      page.waitForSelector("#told.problem");
      assertThat(page.textContent("#told")).isEqualTo("'text' must be a text.");
      assertThat(page.isVisible(".phone[data-person=hana]")).isTrue();
    }
  }

  @Test
  void the_clock_shows_the_shops_time_and_goes_on_by_an_hour() {
    try (Visitor visitor = running.visitor(1400, 1100, "en")) {
      Page page = visitor.page();
      String before = page.textContent("#hhmm");
      assertThat(before).matches("([01]\\d|2[0-3]):[0-5]\\d");
      page.click("#clock-buttons button:has-text('+1 h')");
      page.waitForFunction(
          "before => document.getElementById('hhmm').textContent.slice(0, 2) !== before.slice(0, 2)",
          before);
      assertThat(visitor.complaints()).isEmpty();
    }
  }
}
