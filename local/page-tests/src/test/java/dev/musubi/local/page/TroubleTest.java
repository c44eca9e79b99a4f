package dev.musubi.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What may go wrong, by the panel's buttons, and what must hold all the same. */
class TroubleTest {
  private static final int GUESTS = 20;

  @Test
  void line_failing_push_killed_and_every_webhook_again_neither_double_nor_lose_a_message() {
    try (Running running = Running.begin();
        Visitor visitor = running.visitor(1400, 1100, "en")) {
      Page page = visitor.page();
      running.crowd("guest", GUESTS);
      running.look("guest", GUESTS);
      press(page, "Fail LINE 5 %", "5 % of the calls to LINE fail now");
      running.post(
          "/local/faults", "{\"target\":\"line\",\"fault\":\"timeout-after-accept\",\"count\":1}");
      page.click("#clock-buttons button:has-text('tomorrow')");
      page.waitForSelector("#functions .is-busy [data-kill=push]");
      page.waitForSelector("#stream b:has-text('LINE took it')");
      page.click("#trouble button:has-text('Kill push')");
      page.waitForSelector("#told:has-text('It is')");
      press(page, "Redeliver every webhook", "Sent again");
      for (int hour = 0; hour < 2; hour++) {
        press(page, "+1 h", "It is Mar 3 " + (19 + hour));
      }
      page.waitForFunction("guests => " + SENT + " === guests", GUESTS);
      assertThat(visitor.count("doubled")).isEqualTo("0");
      assertThat(visitor.count("lost")).isEqualTo("0");
      assertThat(page.textContent("#stream")).contains("push crashed");
      press(page, "End the trouble", "The trouble is over");
      visitor.picture(Running.picture("trouble"));
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static final String SENT =
      "parseInt(document.querySelector('#counters .is-sent dd')?.textContent ?? '0', 10)";

  private static void press(Page page, String button, String told) {
    page.click("button:has-text('" + button + "')");
    page.waitForSelector("#told:has-text('" + told + "')");
  }
}
