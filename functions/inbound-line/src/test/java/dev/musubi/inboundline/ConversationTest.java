package dev.musubi.inboundline;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.testkit.functions.ExampleShop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

  private static final String STOP = "musubi:stop?kind=BROWSE";

  private final Room room = new Room();

  @Test
  void a_new_friend_is_greeted_in_the_shops_language_and_her_menu_is_set() {
    assertThat(room.hear(HANAMICHI, Room.follow(HANA, 1))).isEmpty();
    assertThat(room.hear(KYOTO, Room.follow(KEN, 1))).isEmpty();

    assertThat(room.replies())
        .containsExactly("GREETING ja {shop=花道茶舗}", "GREETING en {shop=Kyoto Tea}");
    assertThat(friendship(HANAMICHI)).isEqualTo(Friendship.State.FRIEND);
    assertThat(room.stores.outbox().queued())
        .containsExactly(
            new Chore.Reconcile(HANAMICHI.id(), Person.of(HANA)),
            new Chore.Reconcile(KYOTO.id(), Person.of(KEN)));
  }

  @Test
  void who_blocks_is_no_friend_and_gets_no_reply() {
    room.hear(HANAMICHI, Room.unfollow(HANA, 1));

    assertThat(friendship(HANAMICHI)).isEqualTo(Friendship.State.BLOCKED);
    assertThat(room.stores.sender().calls()).isZero();
  }

  @Test
  void a_block_and_its_end_may_come_swapped_and_the_later_one_counts() {
    room.hear(HANAMICHI, Room.follow(HANA, 2));
    room.hear(HANAMICHI, Room.unfollow(HANA, 1));
    assertThat(friendship(HANAMICHI)).isEqualTo(Friendship.State.FRIEND);

    room.hear(HANAMICHI, Room.unfollow(HANA, 4), Room.follow(HANA, 3));
    assertThat(friendship(HANAMICHI)).isEqualTo(Friendship.State.BLOCKED);

    room.hear(HANAMICHI, Room.follow(HANA, 5));
    assertThat(friendship(HANAMICHI)).isEqualTo(Friendship.State.FRIEND);
  }

  @Test
  void whatever_somebody_says_shows_that_she_is_a_friend_unless_she_has_blocked_since() {
    room.hear(HANAMICHI, Room.said(HANA, 1, "こんにちは"), Room.postback(KEN, 1, "of-another-tool"));
    assertThat(friendship(HANAMICHI)).isEqualTo(Friendship.State.FRIEND);
    assertThat(room.state(HANAMICHI, KEN).friendship().state()).isEqualTo(Friendship.State.FRIEND);
    assertThat(room.stores.sender().calls()).isZero();

    room.hear(HANAMICHI, Room.unfollow(HANA, 3), Room.said(HANA, 2, "late"));
    assertThat(friendship(HANAMICHI)).isEqualTo(Friendship.State.BLOCKED);
  }

  @Test
  void a_notice_by_phone_counts_as_sent_once_line_says_so_and_only_in_its_own_shop() {
    SendIntent intent =
        new SendIntent(
            HANAMICHI.id(),
            new Addressee.Customer(CUSTOMER),
            new Subject.Ordered(new OrderId(1), OrderStatus.PLACED),
            Lane.EXPRESS,
            Room.NOW,
            Room.NOW.plusSeconds(3_600));
    room.stores.notices().open(Notices.Notice.of(intent, Room.NOW));

    room.hear(KYOTO, Room.delivered(intent.id().hex(), 1));
    room.hear(HANAMICHI, Room.delivered("somebody-elses-tag", 1));
    assertThat(room.stores.deliveries().find(intent)).isEmpty();

    room.hear(HANAMICHI, Room.delivered(intent.id().hex(), 2));
    room.hear(HANAMICHI, Room.delivered(intent.id().hex(), 2));
    assertThat(room.stores.deliveries().find(intent).orElseThrow().result())
        .isInstanceOf(Result.Sent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"musubi:stop?kind=EVERYTHING", "musubi:stop", "musubi:stop?kind=BROWSE&x"})
  void a_stop_of_something_unknown_changes_nothing(String data) {
    assertThat(room.hear(HANAMICHI, Room.postback(HANA, 1, data))).isEmpty();

    assertThat(room.state(HANAMICHI, HANA).wishes()).isEqualTo(Wishes.NONE);
    assertThat(room.replies()).isEmpty();
  }

  @Test
  void the_same_events_ten_times_leave_what_one_of_each_leaves() {
    for (int i = 0; i < 10; i++) {
      room.hear(HANAMICHI, Room.follow(HANA, 1), Room.postback(HANA, 2, STOP));
    }
    assertThat(wanted()).isFalse();
    assertThat(friendship(HANAMICHI)).isEqualTo(Friendship.State.FRIEND);
    assertThat(room.state(HANAMICHI, HANA).version().number()).isEqualTo(2);
  }

  @Test
  void one_event_that_makes_no_sense_fails_alone_and_comes_back_later() {
    String senseless =
        Room.follow(HANA, 2).replaceFirst("\"timestamp\":[0-9]+", "\"timestamp\":{}");

    assertThat(room.hear(HANAMICHI, Room.follow(HANA, 1), senseless, Room.follow(KEN, 3)))
        .containsExactly("2");
    assertThat(room.replies()).hasSize(2);
    assertThat(room.givenBack).containsOnly(Map.entry("receipt-2", Duration.ofSeconds(30)));
  }

  @Test
  void an_event_of_a_shop_that_is_not_registered_yet_waits_in_the_queue() {
    room.stores.shops().remove(HANAMICHI.id());
    assertThat(room.hear(HANAMICHI, Room.follow(HANA, 1))).containsExactly("1");
    assertThat(room.stores.sender().calls()).isZero();

    room.stores.shops().save(HANAMICHI.shop());
    assertThat(room.hear(HANAMICHI, Room.follow(HANA, 1))).isEmpty();
    assertThat(room.replies()).hasSize(1);
  }

  @Test
  void a_reply_that_line_refuses_is_lost_and_nothing_else() {
    room.stores.sender().answers(new WireOutcome.Refused("400"));

    assertThat(room.hear(HANAMICHI, Room.postback(HANA, 1, STOP))).isEmpty();
    assertThat(wanted()).isFalse();
  }

  @Test
  void what_the_same_person_does_in_one_shop_is_unknown_in_the_other() {
    room.stores.clock().set(Room.NOW);
    room.linked(KYOTO, HANA, CUSTOMER);
    room.hear(
        HANAMICHI,
        Room.postback(HANA, 1, STOP),
        Room.postback(HANA, 2, "musubi:unlink"),
        Room.unfollow(HANA, 3));

    assertThat(room.state(KYOTO, HANA).wishes()).isEqualTo(Wishes.NONE);
    assertThat(friendship(KYOTO)).isEqualTo(Friendship.State.UNKNOWN);
    assertThat(room.linked(KYOTO, HANA)).contains(CUSTOMER);
    assertThat(room.replies()).last().isEqualTo("NOT_LINKED ja {shop=花道茶舗}");
    assertThat(List.copyOf(room.stores.outbox().queued())).isEmpty();
  }

  private Friendship.State friendship(ExampleShop shop) {
    return room.state(shop, HANA).friendship().state();
  }

  private boolean wanted() {
    return room.state(HANAMICHI, HANA).wishes().wanted(Kind.BROWSE);
  }
}
