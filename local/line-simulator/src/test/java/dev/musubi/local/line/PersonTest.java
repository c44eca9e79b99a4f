package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonTest {
  private static final String BUTTONS =
      """
      {"type":"flex","altText":"a","contents":{"type":"bubble","footer":{"type":"box",
       "layout":"vertical","contents":[
        {"type":"button","action":{"type":"postback","label":"連携する","data":"link","displayText":"連携したい"}},
        {"type":"button","action":{"type":"uri","label":"見る","uri":"https://example.com/p"}},
        {"type":"button","action":{"type":"message","label":"はい","text":"yes"}}]}}}
      """;
  private final Line line = new Line();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void a_new_friend_is_told_and_gets_messages() {
    done(line.taro().follow());

    assertThat(line.bot.newest().event().path("type").asText()).isEqualTo("follow");
    assertThat(line.taro().friend()).isTrue();
  }

  @Test
  void a_follow_of_who_is_a_friend_already_does_nothing() {
    assertThat(done(line.hana().follow())).isEmpty();
    assertThat(line.bot.received()).isEmpty();
  }

  @Test
  void a_block_is_an_unfollow_without_a_reply_token() {
    done(line.hana().block());

    var event = line.bot.newest().event();
    assertThat(event.path("type").asText()).isEqualTo("unfollow");
    assertThat(event.has("replyToken")).isFalse();
    assertThat(line.hana().blocked()).isTrue();
  }

  @Test
  void a_follow_after_a_block_says_that_it_is_an_unblock() {
    done(line.hana().block());
    done(line.hana().follow());

    assertThat(line.bot.newest().event().at("/follow/isUnblocked").asBoolean()).isTrue();
  }

  @Test
  void a_block_by_a_stranger_does_nothing() {
    assertThat(done(line.taro().block())).isEmpty();
    assertThat(line.taro().blocked()).isFalse();
  }

  @Test
  void what_a_person_says_is_a_text_message_event() {
    done(line.hana().say("こんにちは"));

    var event = line.bot.newest().event();
    assertThat(event.at("/message/text").asText()).isEqualTo("こんにちは");
    assertThat(event.at("/source/userId").asText()).isEqualTo(HANA);
    assertThat(line.hana().chat()).singleElement().matches(ChatLine::byPerson);
  }

  @Test
  void a_blocker_can_say_nothing_and_learns_why() {
    done(line.hana().block());

    assertThat(line.hana().say("hi").problem())
        .hasValueSatisfying(why -> assertThat(why).contains("unblock"));
  }

  @Test
  void a_tap_on_a_postback_button_sends_its_data_and_shows_its_text() {
    send(BUTTONS);

    done(line.hana().tap("連携する"));

    assertThat(line.bot.newest().event().at("/postback/data").asText()).isEqualTo("link");
    assertThat(line.hana().chat().getLast().message().path("text").asText()).isEqualTo("連携したい");
  }

  @Test
  void a_tap_can_name_the_postback_data() {
    send(BUTTONS);

    done(line.hana().tap("link"));

    assertThat(line.bot.newest().event().path("type").asText()).isEqualTo("postback");
  }

  @Test
  void a_tap_on_a_link_hands_the_address_back() {
    send(BUTTONS);

    assertThat(line.hana().tap("見る").opens()).contains(URI.create("https://example.com/p"));
    assertThat(line.bot.received()).isEmpty();
  }

  @Test
  void a_tap_on_a_message_action_says_its_text() {
    send(BUTTONS);

    done(line.hana().tap("はい"));

    assertThat(line.bot.newest().event().at("/message/text").asText()).isEqualTo("yes");
  }

  @Test
  void the_newest_message_that_carries_the_label_is_tapped() {
    send(BUTTONS);
    send(BUTTONS.replace("\"data\":\"link\"", "\"data\":\"newer\""));
    line.push(HANA, "later");

    done(line.hana().tap("連携する"));

    assertThat(line.bot.newest().event().at("/postback/data").asText()).isEqualTo("newer");
  }

  @Test
  void a_tap_on_what_is_not_there_is_no_event() {
    assertThat(line.hana().tap("none").problem()).isPresent();
    assertThat(line.bot.received()).isEmpty();
  }

  @Test
  void a_person_has_one_id_and_a_chat_of_their_own_with_each_account() {
    try (var other = new Bot()) {
      line.simulator.addChannel(Line.channel("second", "2", "secret-2", other.address()));

      done(line.simulator.person("second", HANA).follow());

      assertThat(other.newest().event().at("/source/userId").asText()).isEqualTo(HANA);
      assertThat(line.bot.received()).isEmpty();
    }
  }

  @Test
  void an_unknown_shop_or_person_is_named() {
    assertThatThrownBy(() -> line.simulator.person("nowhere", HANA))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining(SHOP);
    assertThatThrownBy(() -> line.simulator.person(SHOP, Line.NOBODY))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void a_profile_is_shown_of_friends_and_writers_alone() {
    assertThat(profile(HANA).json().path("displayName").asText()).isEqualTo("花");
    assertThat(profile(Line.TARO).status()).isEqualTo(404);
    done(line.taro().say("hi"));
    assertThat(profile(Line.TARO).status()).isEqualTo(200);
    done(line.hana().block());
    assertThat(profile(HANA).message()).isEqualTo("Not found");
    assertThat(profile("x").message()).isEqualTo("The value for the 'userId' parameter is invalid");
  }

  private Line.Reply profile(String userId) {
    return line.get("/v2/bot/profile/" + userId);
  }

  private void send(String message) {
    var reply =
        line.post(
            "/v2/bot/message/push", "{\"to\":\"%s\",\"messages\":[%s]}".formatted(HANA, message));
    assertThat(reply.status()).isEqualTo(200);
  }
}
