package dev.musubi.line.api;

import static dev.musubi.line.api.Setting.HANA;
import static dev.musubi.line.api.Setting.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.LinkToken;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Storefront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineFriendsTest {
  private static final Storefront SHOP =
      new Storefront(
          "花道茶舗",
          URI.create("https://tea.example"),
          "/apps/line",
          Currency.getInstance("JPY"),
          "@tea");
  private static final String ALIASES = "/v2/bot/richmenu/alias";
  private static final String LINKED = ALIASES + "/musubi-linked-ja-2";
  private static final String NOT_LINKED = ALIASES + "/musubi-not-linked-ja-2";
  private static final String OWN_MENU = "/v2/bot/user/" + HANA.value() + "/richmenu";

  private Setting setting;
  private LineFriends friends;

  @BeforeEach
  void start() throws IOException {
    setting = new Setting();
    friends = new LineFriends(setting.calls);
  }

  @AfterEach
  void stop() {
    setting.close();
  }

  @Test
  void a_link_token_is_issued_for_the_user() {
    setting.line.on(
        "POST /v2/bot/user/" + HANA.value() + "/linkToken", 200, "{\"linkToken\":\"once\"}");
    assertThat(friends.linkToken(TEA, HANA)).isEqualTo(new LinkToken("once"));
  }

  @Test
  void what_LINE_does_not_do_is_an_error_that_names_no_user() {
    setting.line.on("POST /v2/bot/user/" + HANA.value() + "/linkToken", 500, "");
    assertThatThrownBy(() -> friends.linkToken(TEA, HANA))
        .isInstanceOf(UncheckedIOException.class)
        .message()
        .contains("link token: 500")
        .doesNotContain(HANA.value());
  }

  @Test
  void who_is_linked_sees_the_menu_of_the_linked() {
    setting.line.on("GET " + LINKED, 200, alias("linked", "menu-1"));
    friends.menu(TEA, HANA, Language.JA, true);
    assertThat(setting.line.lines())
        .containsExactly("GET " + LINKED, "POST " + OWN_MENU + "/menu-1");
  }

  @Test
  void who_is_not_linked_sees_the_menu_of_everybody() {
    friends.menu(TEA, HANA, Language.JA, false);
    assertThat(setting.line.lines()).containsExactly("DELETE " + OWN_MENU);
  }

  @Test
  void a_user_whom_LINE_does_not_know_is_left_alone() {
    setting.line.on("DELETE " + OWN_MENU, 404, "{\"message\":\"Not found\"}");
    friends.menu(TEA, HANA, Language.JA, false);
    assertThat(setting.line.lines()).hasSize(1);
  }

  @Test
  void a_menu_that_is_not_prepared_yet_is_told_and_nothing_is_done() {
    setting.line.on("GET " + LINKED, 404, "{\"message\":\"richmenu alias not found\"}");
    assertThat(friends.menu(TEA, HANA, Language.JA, true)).isFalse();
    assertThat(setting.line.lines()).containsExactly("GET " + LINKED);
  }

  @Test
  void missing_menus_are_made_with_picture_and_alias_and_the_one_of_the_unlinked_is_the_default() {
    setting
        .line
        .on("GET " + LINKED, 404, "{}")
        .on("GET " + NOT_LINKED, 404, "{}")
        .on("POST /v2/bot/richmenu", 200, "{\"richMenuId\":\"menu-1\"}")
        .on("POST /v2/bot/richmenu", 200, "{\"richMenuId\":\"menu-2\"}");
    friends.prepareMenus(TEA, SHOP, Language.JA);
    assertThat(setting.line.lines())
        .containsExactly(
            "GET " + LINKED,
            "POST /v2/bot/richmenu",
            "POST /v2/bot/richmenu/menu-1/content",
            "POST " + ALIASES,
            "GET " + NOT_LINKED,
            "POST /v2/bot/richmenu",
            "POST /v2/bot/richmenu/menu-2/content",
            "POST " + ALIASES,
            "POST /v2/bot/user/all/richmenu/menu-2");
    assertThat(setting.line.asked("POST /v2/bot/richmenu").getLast().text())
        .contains("\"data\":\"musubi:link?from=menu\"", "\"uri\":\"https://tea.example/\"");
    StubLine.Asked picture = setting.line.asked("POST /v2/bot/richmenu/menu-1/content").getFirst();
    assertThat(picture.header("content-type")).isEqualTo("image/png");
    assertThat(picture.body()).isEqualTo(new RichMenu(Language.JA, true).picture());
    assertThat(setting.line.asked("POST " + ALIASES).getFirst().text())
        .contains("\"richMenuAliasId\":\"musubi-linked-ja-2\"", "\"richMenuId\":\"menu-1\"");
  }

  @Test
  void menus_that_are_as_they_should_be_are_left_as_they_are() {
    standing("https://tea.example/");
    friends.prepareMenus(TEA, SHOP, Language.JA);
    assertThat(setting.line.lines())
        .doesNotContain("POST /v2/bot/richmenu")
        .endsWith("POST /v2/bot/user/all/richmenu/old-2");
  }

  @Test
  void a_shop_that_moved_gets_new_menus_under_the_same_alias() {
    standing("https://former.example/");
    setting.line.on("POST /v2/bot/richmenu", 200, "{\"richMenuId\":\"new\"}");
    friends.prepareMenus(TEA, SHOP, Language.JA);
    assertThat(setting.line.asked("POST " + LINKED).getFirst().text())
        .isEqualTo("{\"richMenuId\":\"new\"}");
    assertThat(setting.line.asked("POST /v2/bot/user/all/richmenu/new")).hasSize(1);
  }

  @Test
  void a_menu_whose_picture_did_not_arrive_is_removed() {
    setting
        .line
        .on("GET " + LINKED, 404, "{}")
        .on("POST /v2/bot/richmenu", 200, "{\"richMenuId\":\"bare\"}")
        .on("POST /v2/bot/richmenu/bare/content", 500, "");
    assertThatThrownBy(() -> friends.prepareMenus(TEA, SHOP, Language.JA))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(setting.line.lines()).endsWith("DELETE /v2/bot/richmenu/bare");
  }

  private void standing(String home) {
    setting
        .line
        .on("GET " + LINKED, 200, alias("linked", "old-1"))
        .on("GET " + NOT_LINKED, 200, alias("not-linked", "old-2"))
        .on("GET /v2/bot/richmenu/old-1", 200, named("linked", home))
        .on("GET /v2/bot/richmenu/old-2", 200, named("not-linked", home));
  }

  private static String alias(String which, String menu) {
    return "{\"richMenuAliasId\":\"musubi-%s-ja-2\",\"richMenuId\":\"%s\"}".formatted(which, menu);
  }

  private static String named(String which, String home) {
    return "{\"name\":\"musubi-%s-ja-2 %s\"}".formatted(which, home);
  }
}
