package dev.musubi.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page while the world ends and begins anew. */
class RestartTest {
  @Test
  void the_page_tells_that_the_world_is_away_and_goes_on_with_the_one_that_was_started_anew() {
    Map<String, String> sameAgain = Map.of("MUSUBI_PORT", Integer.toString(port()));
    try (Running running = Running.begin(sameAgain);
        Visitor visitor = running.visitor(1400, 1100, "en")) {
      Page page = visitor.page();
      page.click("#shopping button:has-text('View')");
      page.waitForSelector("#stream code:has-text('product_viewed')");
      running.end();
      page.waitForSelector("#told.problem:has-text('The local world does not answer')");
      assertThat(page.isVisible(".phone[data-person=hana]")).isTrue();
      running.start();
      page.waitForFunction(
          "() => !document.getElementById('stream').textContent.includes('product_viewed')");
      page.waitForSelector("#told:not(.problem)");
      page.waitForSelector("#functions .is-idle");
      page.click("#shopping button:has-text('View')");
      page.waitForSelector("#stream code:has-text('product_viewed')");
    }
  }

  /** A free port that no outgoing connection is given meanwhile. */
  private static int port() {
    return IntStream.range(18_080, 18_180).filter(RestartTest::free).findFirst().orElseThrow();
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
