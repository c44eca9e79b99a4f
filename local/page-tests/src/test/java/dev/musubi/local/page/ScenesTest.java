package dev.musubi.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The guided scenes, played by clicks; each begins in the world's first state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenesTest {
  private static final String HANA = ".phone[data-person=hana]";
  private static final String TARO = ".phone[data-person=taro]";
  private static final String YUKI = ".phone[data-person=yuki]";

  /** Of a scene, once the world has started what people need first. */
  private static final double MOST_SECONDS = 60;

  /** Lets the page hear of the world's time two seconds late, as beside a busy machine. */
  private static final String LATE_CLOCK =
      """
      const InTime = EventSource;
      window.EventSource = class extends InTime {
        addEventListener(sort, hear, options) {
          super.addEventListener(sort, sort === 'now' ? told => setTimeout(() => hear(told), 2000) : hear, options);
        }
      };
      """;

  private Running running;
  private Visitor visitor;
  private Page page;

  @BeforeAll
  void start() {
    running = Running.begin();
    running.act("hana", "link", "");
    running.act("hana", "buy", "\"product\":\"sencha-asagiri\"");
    running.idle();
  }

  @AfterAll
  void end() {
    if (running != null) {
      running.close();
    }
  }

  @BeforeEach
  void visit() {
    visitor = running.visitor(1400, 1180, "en");
    page = visitor.page();
    page.waitForSelector("#functions .is-idle [data-kill=beacon]");
  }

  @AfterEach
  void leave() {
    try {
      assertThat(visitor.complaints()).isEmpty();
    } finally {
      visitor.close();
    }
  }

  private void play(String scene) {
    double begun = now();
    visitor.play(scene);
    double seconds = (now() - begun) / 1000;
    System.out.printf("Scene %s took %.0f s%n", scene, seconds);
    assertThat(page.isVisible("#scene .notice")).isTrue();
    assertThat(visitor.count("doubled")).isEqualTo("0");
    assertThat(visitor.count("lost")).isEqualTo("0");
    for (String language : List.of("ja", "en")) {
      page.click("[data-language=" + language + "]");
      looked(scene + "-" + language, 390, 844);
      looked(scene + "-" + language, 1400, 1180);
    }
    assertThat(seconds).isLessThan(MOST_SECONDS);
  }

  private double now() {
    return ((Number) page.evaluate("() => performance.now()")).doubleValue();
  }

  private void looked(String name, int width, int height) {
    page.setViewportSize(width, height);
    visitor.picture(Running.picture("scene-" + name + "-" + width));
    assertThat(Audit.contrast(page)).as("contrast of " + name).isEmpty();
    assertThat(Audit.overflow(page)).as("overflow of " + name).isLessThanOrEqualTo(0);
  }

  private String trail() {
    page.waitForSelector("#trail .step");
    return page.textContent("#trail");
  }

  private String chat(String phone) {
    return page.textContent(phone + " .chat");
  }

  @Test
  void linking_ties_hanas_phone_to_her_account_after_she_agreed() {
    play("link");
    assertThat(page.textContent(".holder:has(" + HANA + ") h3"))
        .contains("linked")
        .doesNotContain("not");
    assertThat(page.textContent(HANA + " .rich")).contains("連携解除");
  }

  @Test
  void yesterdays_views_arrive_at_18_00_and_can_be_followed_from_signal_to_phone() {
    play("views");
    assertThat(page.textContent("#hhmm")).isEqualTo("18:00");
    assertThat(visitor.count("sent")).isEqualTo("1");
    assertThat(page.textContent(HANA + " .chat")).contains("煎茶 朝霧", "抹茶 雅");
    assertThat(trail()).contains("product_viewed", "quiet-hours", "LINE took it", "It arrived");
  }

  @Test
  void a_phone_that_a_scene_opened_stays_open_though_the_clock_is_told_late() {
    page.addInitScript(LATE_CLOCK);
    page.reload();
    page.waitForSelector("#functions .is-idle [data-kill=beacon]");
    visitor.play("crash");
    page.waitForFunction("() => document.getElementById('hhmm').textContent === '18:30'");
    assertThat(page.locator(HANA + " .chat .flex-carousel").count()).isEqualTo(1);
  }

  @Test
  void who_bought_in_time_gets_nothing_and_the_reason_is_told() {
    play("bought");
    assertThat(visitor.count("sent")).isEqualTo("0");
    assertThat(trail()).contains("orders/create", "bought since", "The phone stays silent");
    assertThat(page.textContent("#trail .is-spoke")).contains("wanted");
  }

  @Test
  void a_cap_holds_back_until_the_day_on_which_it_is_free_again() {
    play("capped");
    assertThat(visitor.count("sent")).isEqualTo("2");
    assertThat(visitor.count("held back")).contains("caps 1");
    assertThat(page.textContent("#stream")).contains("free again on");
  }

  @Test
  void a_cart_left_behind_is_remembered_an_hour_after_its_last_use() {
    play("cart");
    assertThat(visitor.count("sent")).isEqualTo("1");
    assertThat(chat(HANA)).contains("カートに戻る", "抹茶 雅");
    assertThat(trail())
        .contains("checkouts/create", "checkouts/update", "activity")
        .contains("LINE took it · 11:4", "It arrived");
  }

  @Test
  void an_order_and_its_parcel_are_told_at_once_though_the_budget_is_one() {
    play("order");
    assertThat(visitor.count("sent")).isEqualTo("3order 2parcel 1");
    assertThat(page.textContent("#kinds")).contains("All together: 1 in 7 days");
    assertThat(chat(HANA))
        .contains("お支払いをお待ちしています", "ご入金を確認しました")
        .contains("1234-5678-9012", "配送状況を見る");
  }

  @Test
  void who_is_not_linked_is_told_by_phone_number_once_and_never_both_ways() {
    play("by-phone");
    assertThat(visitor.count("sent")).isEqualTo("1");
    assertThat(chat(TARO)).containsOnlyOnce("9876-5432-1098").containsOnlyOnce("配送状況を確認する");
    assertThat(page.textContent(".holder:has(" + TARO + ") h3"))
        .contains("linked")
        .doesNotContain("not");
    assertThat(trail()).contains("It arrived");
  }

  @Test
  void one_piece_back_in_stock_is_told_to_one_at_a_time_who_asked_first_comes_first() {
    play("restock");
    assertThat(visitor.count("sent")).isEqualTo("2");
    assertThat(chat(HANA)).containsOnlyOnce("再入荷のお知らせ");
    assertThat(chat(YUKI)).containsOnlyOnce("再入荷のお知らせ").contains("湯のみ 藍");
    assertThat(page.locator("#stream .is-SENT .what b").allTextContents())
        .containsExactly("Yuki", "Hana");
  }

  @Test
  void what_a_shopper_switched_off_is_not_sent_and_the_reason_is_hers() {
    play("say");
    assertThat(visitor.count("sent")).isEqualTo("1");
    assertThat(visitor.count("held back")).contains("opt-out 1");
    assertThat(chat(HANA)).contains("このメッセージが届いた理由", "お知らせを止めました");
    assertThat(trail()).contains("The phone stays silent");
  }

  @Test
  void failures_and_a_crash_leave_one_message_all_the_same() {
    play("crash");
    assertThat(visitor.count("sent")).isEqualTo("1");
    assertThat(page.textContent("#stream")).contains("push crashed");
    assertThat(page.locator(HANA + " .chat .flex-carousel").count()).isEqualTo(1);
  }

  @Test
  void who_is_erased_gets_nothing_any_more() {
    play("erase");
    assertThat(visitor.count("sent")).isEqualTo("0");
    assertThat(page.textContent(".holder:has(" + HANA + ") h3")).contains("not linked");
  }
}
