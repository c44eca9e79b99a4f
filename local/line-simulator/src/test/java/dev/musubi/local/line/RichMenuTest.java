package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.TARO;
import static dev.musubi.local.line.Line.done;
import static dev.musubi.local.line.Menus.MENU;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RichMenuTest {
  private final Line line = new Line();
  private final Menus menus = new Menus(line);

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_menu_needs_its_image_before_it_can_be_shown() {
    var id = menus.create(MENU);

    var early = line.post("/v2/bot/user/%s/richmenu/%s".formatted(HANA, id), "");
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.message()).isEqualTo("must upload richmenu image before applying it to user");
    menus.upload(id, 2500, 843);
    assertThat(line.post("/v2/bot/user/%s/richmenu/%s".formatted(HANA, id), "").status())
        .isEqualTo(200);

    assertThat(line.hana().richMenu().orElseThrow().path("richMenuId").asText()).isEqualTo(id);
    assertThat(linkedTo(HANA).json().path("richMenuId").asText()).isEqualTo(id);
  }

  @Test
  void a_tap_on_the_menu_sends_its_postback() {
    line.post("/v2/bot/user/%s/richmenu/%s".formatted(HANA, menus.ready()), "");

    done(line.hana().tap("連携"));

    assertThat(line.bot.newest().event().at("/postback/data").asText()).isEqualTo("link");
  }

  @Test
  void a_persons_own_menu_goes_before_the_default() {
    var standard = menus.ready();
    var own = menus.ready();
    line.post("/v2/bot/user/all/richmenu/" + standard, "");
    assertThat(shown()).isEqualTo(standard);

    line.post("/v2/bot/user/%s/richmenu/%s".formatted(HANA, own), "");
    assertThat(shown()).isEqualTo(own);

    line.delete("/v2/bot/user/%s/richmenu".formatted(HANA));
    assertThat(shown()).isEqualTo(standard);
    assertThat(linkedTo(HANA).message()).isEqualTo("the user has no richmenu");
  }

  @Test
  void a_link_for_who_is_no_friend_is_answered_200_and_does_nothing() {
    assertThat(line.post("/v2/bot/user/%s/richmenu/%s".formatted(TARO, menus.ready()), "").status())
        .isEqualTo(200);
    assertThat(linkedTo(TARO).status()).isEqualTo(404);
  }

  @Test
  void menus_are_linked_and_unlinked_in_bulk() {
    var id = menus.ready();
    var users = "\"userIds\":[\"%s\"]".formatted(HANA);

    assertThat(
            line.post(
                    "/v2/bot/richmenu/bulk/link", "{\"richMenuId\":\"%s\",%s}".formatted(id, users))
                .status())
        .isEqualTo(202);
    assertThat(shown()).isEqualTo(id);
    assertThat(line.post("/v2/bot/richmenu/bulk/unlink", "{" + users + "}").status())
        .isEqualTo(202);
    assertThat(line.hana().richMenu()).isEmpty();
  }

  @Test
  void a_menu_is_listed_as_it_was_made() {
    var id = menus.create(MENU);

    var listed = line.get("/v2/bot/richmenu/list").json().at("/richmenus/0");
    assertThat(listed).isEqualTo(line.get("/v2/bot/richmenu/" + id).json());
    assertThat(listed.path("areas")).isEqualTo(line.json(MENU).path("areas"));
  }

  @Test
  void a_deleted_menu_is_gone_for_everybody() {
    var id = menus.ready();
    line.post("/v2/bot/user/all/richmenu/" + id, "");

    assertThat(line.delete("/v2/bot/richmenu/" + id).status()).isEqualTo(200);

    assertThat(line.get("/v2/bot/richmenu/" + id).status()).isEqualTo(404);
    assertThat(line.get("/v2/bot/user/all/richmenu").message()).isEqualTo("no default richmenu");
    assertThat(line.get("/v2/bot/richmenu/list").json().path("richmenus")).isEmpty();
  }

  @Test
  void an_alias_names_a_menu_and_can_move() {
    var first = menus.ready();
    var second = menus.ready();
    var alias = "{\"richMenuAliasId\":\"main\",\"richMenuId\":\"%s\"}";
    assertThat(line.post("/v2/bot/richmenu/alias", alias.formatted(first)).status()).isEqualTo(200);
    assertThat(line.post("/v2/bot/richmenu/alias", alias.formatted(first)).status()).isEqualTo(400);

    line.post("/v2/bot/richmenu/alias/main", "{\"richMenuId\":\"%s\"}".formatted(second));

    assertThat(line.get("/v2/bot/richmenu/alias/main").json().path("richMenuId").asText())
        .isEqualTo(second);
    assertThat(line.get("/v2/bot/richmenu/alias/list").json().path("aliases")).hasSize(1);
    assertThat(line.delete("/v2/bot/richmenu/alias/main").status()).isEqualTo(200);
    assertThat(line.get("/v2/bot/richmenu/alias/main").status()).isEqualTo(404);
  }

  @Test
  void an_image_is_uploaded_once_and_downloaded_as_it_was() {
    var id = menus.ready();

    assertThat(line.get("/v2/bot/richmenu/%s/content".formatted(id)).http().body())
        .isEqualTo(Menus.png(2500, 843));
    assertThat(menus.upload(id, 2500, 843).status()).isEqualTo(400);
  }

  @Test
  void an_image_that_is_too_narrow_or_no_image_is_refused() {
    var id = menus.create(MENU);

    assertThat(menus.upload(id, 700, 400).status()).isEqualTo(400);
    assertThat(menus.upload(id, 1000, 900).status()).isEqualTo(400);
    assertThat(menus.upload(id, "image/png", new byte[] {1, 2}).status()).isEqualTo(400);
    assertThat(menus.upload(id, "image/gif", Menus.png(2500, 843)).status()).isEqualTo(415);
    assertThat(menus.upload(id, "image/png", new byte[1024 * 1024 + 1]).status()).isEqualTo(413);
  }

  @Test
  void what_is_wrong_with_a_menu_is_named() {
    assertComplaint(MENU.replace("\"name\":\"main\",", ""), "name", "must be specified");
    assertComplaint(MENU.replace("メニュー", "メ".repeat(15)), "chatBarText", "Length must be");
    assertComplaint(
        MENU.replace("\"height\":843},\"sel", "\"height\":2000},\"sel"), "size", "ratio");
    assertComplaint(MENU.replace("\"x\":0", "\"x\":2000"), "areas[0].bounds", "inside");
    assertComplaint(
        MENU.replace("\"data\":\"link\"", "\"data\":\"\""), "areas[0].action.data", "empty");
  }

  @Test
  void a_chat_bar_text_is_counted_in_graphemes() {
    var family = "👨‍👩‍👧";
    assertThat(
            line.post("/v2/bot/richmenu/validate", MENU.replace("メニュー", family.repeat(14)))
                .status())
        .isEqualTo(200);
  }

  private void assertComplaint(String menu, String property, String message) {
    var reply = line.post("/v2/bot/richmenu", menu);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/details/0/property").asText()).isEqualTo(property);
    assertThat(reply.json().at("/details/0/message").asText()).contains(message);
  }

  private String shown() {
    return line.hana().richMenu().orElseThrow().path("richMenuId").asText();
  }

  private Line.Reply linkedTo(String userId) {
    return line.get("/v2/bot/user/%s/richmenu".formatted(userId));
  }
}
