package dev.musubi.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind of message, switched on, caused and seen on the page. */
class KindsTest {
  private static final List<String> KINDS = List.of("CART", "RESTOCK", "ORDER", "SHIPPING");

  @Test
  void every_kind_is_switched_on_and_read_in_the_stream_in_the_counters_and_on_the_phone() {
    try (Running running = Running.begin();
        Visitor visitor = running.visitor(1400, 1100, "en")) {
      Page page = visitor.page();
      for (String kind : KINDS) {
        page.click("#switches [data-kind=" + kind + "]");
        page.waitForSelector("#switches [data-kind=" + kind + "][aria-pressed=true]");
      }
      running.act("hana", "link", "");
      running.idle();
      running.act("hana", "stock", "\"product\":\"yunomi-ai\",\"to\":0");
      running.act("hana", "subscribe", "\"product\":\"yunomi-ai\"");
      running.act("hana", "stock", "\"product\":\"yunomi-ai\",\"to\":5");
      running.act("hana", "buy", "\"product\":\"sencha-asagiri\"");
      running.act("hana", "ship", "\"company\":\"yamato\",\"number\":\"1234-5678-9012\"");
      running.act("hana", "cart", "\"product\":\"matcha-miyabi\"");
      running.idle();
      running.post("/local/clock", "{\"by\":\"PT11H\"}");
      page.waitForFunction(
          "() => document.querySelectorAll('#counters .is-sent .part').length === 4");
      assertThat(page.locator("#counters .is-sent .part").allTextContents())
          .containsExactly("cart 1", "order 1", "back in stock 1", "parcel 1");
      assertThat(page.textContent("#stream"))
          .contains("a cart left behind, reminder 1", "湯のみ 藍 back in stock")
          .contains("an order placed", "a parcel on its way");
      page.click(".phone[data-person=hana] .unlock");
      assertThat(page.textContent(".phone[data-person=hana] .chat")).contains("1234-5678-9012");
      visitor.picture(Running.picture("kinds-en"));
      page.click("[data-language=ja]");
      assertThat(page.textContent("#stream")).contains("発送のお知らせ", "湯のみ 藍 が再入荷");
      visitor.picture(Running.picture("kinds-ja"));
      assertThat(visitor.count("重複")).isEqualTo("0");
      assertThat(visitor.complaints()).isEmpty();
    }
  }
}
