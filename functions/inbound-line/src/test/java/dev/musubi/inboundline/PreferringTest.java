package dev.musubi.inboundline;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Version;
import dev.musubi.testkit.memory.SeededEntropy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferringTest {

  private static final String STOP = "musubi:stop?kind=BROWSE";
  private static final String RESUME = "musubi:resume?kind=BROWSE";

  private final Room room = new Room();

  @ParameterizedTest
  @ValueSource(strings = {"配信設定", "preferences", "settings", "停止", "STOP"})
  void the_word_shows_the_shops_kinds_how_they_stand_and_what_one_tap_changes(String word) {
    room.hear(HANAMICHI, Room.said(HANA, 1, word));
    assertThat(room.replies())
        .containsExactly(
            """
            PREFERENCES ja {shop=花道茶舗}
            {data=musubi:stop?kind=BROWSE, label=止める, name=ご覧になった商品, state=受け取る}
            {data=musubi:stop-promotional, label=止める, name=おすすめの配信すべて, state=受け取る}
            {data=musubi:pause, label=休む, name=1か月お休み, state=お休みしていません}"""
                .strip());
  }

  @Test
  void the_menus_button_shows_the_same_in_the_shops_language() {
    room.hear(KYOTO, Room.postback(HANA, 1, "musubi:preferences"));
    assertThat(room.replies().getFirst())
        .startsWith("PREFERENCES en {shop=Kyoto Tea}\n")
        .contains(
            "{data=musubi:stop?kind=BROWSE, label=Turn off, name=What you looked at, state=On}")
        .doesNotContain("CART");
  }

  @Test
  void who_turns_a_kind_off_is_shown_that_it_is_off_until_it_is_turned_on_again() {
    room.hear(HANAMICHI, Room.postback(HANA, 1, STOP));
    assertThat(wishes().wanted(Kind.BROWSE)).isFalse();
    assertThat(room.replies().getLast())
        .contains("done=「ご覧になった商品」のお知らせを止めました。", "state=停止中", "data=" + RESUME);
    room.hear(HANAMICHI, Room.postback(HANA, 2, RESUME));
    assertThat(wishes().wanted(Kind.BROWSE)).isTrue();
    assertThat(room.replies().getLast()).contains("done=「ご覧になった商品」のお知らせを再開しました。", "data=" + STOP);
  }

  @Test
  void off_and_on_may_come_swapped_and_the_later_tap_counts_and_the_earlier_is_not_confirmed() {
    room.hear(HANAMICHI, Room.postback(HANA, 2, STOP), Room.postback(HANA, 1, RESUME));
    assertThat(wishes().wanted(Kind.BROWSE)).isFalse();
    assertThat(room.replies().getLast()).doesNotContain("done=").contains("state=停止中");
  }

  @Test
  void everything_promotional_goes_off_and_on_with_one_tap() {
    room.hear(HANAMICHI, Room.postback(HANA, 1, "musubi:stop-promotional"));
    assertThat(wishes().wanted(Kind.BROWSE)).isFalse();
    assertThat(wishes().wanted(Kind.SHIPPING)).isTrue();
    assertThat(room.replies().getLast()).contains("data=musubi:resume-promotional");
    room.hear(HANAMICHI, Room.postback(HANA, 2, "musubi:resume-promotional"));
    assertThat(wishes().wanted(Kind.BROWSE)).isTrue();
  }

  @Test
  void a_pause_says_until_when_and_ends_when_she_likes() {
    room.hear(HANAMICHI, Room.postback(HANA, 1, "musubi:pause"));
    assertThat(room.replies().getLast())
        .contains("done=4月1日(水) 18:00まで配信をお休みします。", "state=4月1日(水) 18:00までお休み中")
        .contains("data=musubi:unpause");
    room.hear(HANAMICHI, Room.postback(HANA, 2, "musubi:unpause"));
    assertThat(wishes().pausedUntil(Room.NOW)).isEmpty();
    assertThat(room.replies().getLast()).contains("お休みしていません");
  }

  @Test
  void a_pause_of_long_ago_that_is_told_again_does_not_last_longer() {
    room.hear(HANAMICHI, Room.postback(HANA, 1, "musubi:pause"));
    Wishes first = wishes();
    room.stores.clock().set(Room.NOW.plusSeconds(86_400));
    room.hear(HANAMICHI, Room.postback(HANA, 1, "musubi:pause"));
    assertThat(wishes()).isEqualTo(first);
  }

  @Test
  void who_is_not_linked_chooses_as_well_and_shows_to_be_a_friend() {
    room.hear(HANAMICHI, Room.postback(HANA, 1, STOP));
    assertThat(room.linked(HANAMICHI, HANA)).isEqualTo(Optional.empty());
    assertThat(room.state(HANAMICHI, HANA).friendship().state()).isEqualTo(Friendship.State.FRIEND);
  }

  @ParameterizedTest
  @CsvSource({"BROWSE, 7日間に1通まで", "CART, 7日間に1通まで", "RESTOCK, 「再入荷のお知らせ」に登録"})
  void why_a_message_came_is_said_in_a_sentence_with_a_way_to_stop_it(Kind kind, String words) {
    room.hear(HANAMICHI, Room.postback(HANA, 1, "musubi:why?kind=" + kind));
    assertThat(room.replies().getFirst())
        .startsWith("WHY ja ")
        .contains(words, "いつでも止められます", "data=musubi:stop?kind=" + kind);
  }

  @Test
  void why_something_came_that_was_stopped_since_offers_to_turn_it_on_again() {
    room.hear(HANAMICHI, Room.postback(HANA, 1, STOP));
    room.hear(HANAMICHI, Room.postback(HANA, 2, "musubi:why?kind=BROWSE"));
    assertThat(room.replies().getLast()).contains("data=" + RESUME);
  }

  @Test
  void unlinking_from_the_menu_takes_two_taps_and_one_of_them_alone_ends_nothing() {
    room.linked(HANAMICHI, HANA, CUSTOMER);
    room.hear(HANAMICHI, Room.postback(HANA, 1, "musubi:unlink-ask"));
    assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
    assertThat(room.replies()).containsExactly("UNLINK_ASKED ja {shop=花道茶舗}");
    room.hear(HANAMICHI, Room.postback(HANA, 2, "musubi:unlink"));
    assertThat(room.linked(HANAMICHI, HANA)).isEmpty();
  }

  @Test
  void who_is_not_linked_and_taps_unlink_is_told_so() {
    room.hear(HANAMICHI, Room.postback(HANA, 1, "musubi:unlink-ask"));
    assertThat(room.replies()).containsExactly("NOT_LINKED ja {shop=花道茶舗}");
  }

  @Test
  void who_links_another_account_takes_along_what_was_wished_with_the_former_one() {
    room.linked(HANAMICHI, KEN, CUSTOMER);
    room.hear(HANAMICHI, Room.postback(KEN, 1, STOP), Room.postback(KEN, 2, "musubi:pause"));
    room.hear(HANAMICHI, Room.postback(HANA, 3, "musubi:stop?kind=CART"));
    String nonce = room.opened(HANAMICHI, 5, CUSTOMER).value();
    room.hear(HANAMICHI, Room.confirmed(HANA, 10, nonce));
    room.hear(HANAMICHI, Room.postback(KEN, 20, "musubi:stop?kind=RESTOCK"));
    room.hear(HANAMICHI, Room.confirmed(HANA, 10, nonce));
    assertThat(wishes().wanted(Kind.BROWSE)).isFalse();
    assertThat(wishes().wanted(Kind.CART)).isFalse();
    assertThat(wishes().pausedUntil(Room.NOW)).isPresent();
    assertThat(wishes().wanted(Kind.RESTOCK)).isTrue();
  }

  @Test
  void
      what_somebody_did_before_she_was_erased_does_not_bring_her_back_and_what_she_does_later_does() {
    room.stores
        .links()
        .bury(HANAMICHI.id(), Person.of(HANA), Room.NOW.plusSeconds(5), new SeededEntropy(1));
    room.hear(HANAMICHI, Room.postback(HANA, 1, STOP), Room.said(HANA, 5, "hello"));
    assertThat(room.state(HANAMICHI, HANA).version()).isEqualTo(Version.NONE);
    room.hear(HANAMICHI, Room.postback(HANA, 6, STOP));
    assertThat(wishes().wanted(Kind.BROWSE)).isFalse();
  }

  private Wishes wishes() {
    return room.state(HANAMICHI, HANA).wishes();
  }
}
