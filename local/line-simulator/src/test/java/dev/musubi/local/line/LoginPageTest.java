package dev.musubi.local.line;

import static dev.musubi.local.line.Line.TARO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginPageTest {
  private final Line line = new Line();
  private final Login login = new Login(line);

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void the_page_names_the_service_what_it_asks_and_who_may_be_chosen() {
    var page = Login.text(login.show());

    assertThat(page).contains("<html lang=\"ja\">", "<main>", "花の店のログイン", "表示名などのプロフィール");
    assertThat(page).contains("<label>LINEのユーザー<select name=\"user\">", "太郎");
    assertThat(page).contains("許可する", "キャンセル");
    assertThat(page).doesNotContain("友だち追加");
  }

  @Test
  void the_page_speaks_english_when_the_shop_asks_for_it() {
    var page = Login.text(login.show("ui_locales", "en-US", "bot_prompt", "normal"));

    assertThat(page).contains("<html lang=\"en\">", "Allow 花の店のログイン to use the following?");
    assertThat(page).contains("<input type=\"checkbox\" name=\"befriend\" value=\"true\" checked>");
    assertThat(page).contains("Add 花の店 as a friend");
  }

  @Test
  void a_known_visitor_is_not_asked_for_a_name() {
    assertThat(Login.text(login.show("user", TARO))).doesNotContain("<select");
    assertThat(Login.text(login.show("user", "nobody"))).contains("<select");
  }

  @Test
  void what_the_address_carries_can_not_become_markup() {
    var page = Login.text(login.show("nonce", "\"><script>alert(1)</script>"));

    assertThat(page).doesNotContain("<script>");
  }

  @Test
  void a_decision_of_nobody_is_refused() {
    assertThat(login.post("nobody", "decision", "yes").status()).isEqualTo(400);
  }
}
