package dev.musubi.inboundline;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Tie;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Storefront;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkingTest {

  private static final String UNLINK = "musubi:unlink";
  private static final CustomerId MOTHER = new CustomerId(8);
  private static final Chore BOTH = new Chore.Reconcile(HANAMICHI.id(), Person.of(CUSTOMER, HANA));

  private final Room room = new Room();

  @ParameterizedTest
  @CsvSource({"musubi:link?from=menu, RICH_MENU", "musubi:link?from=greeting, GREETING"})
  void who_asks_to_link_gets_the_shops_own_address_with_token_route_and_time(
      String data, String route) {
    room.hear(HANAMICHI, Room.postback(HANA, 1, data));

    assertThat(room.replies())
        .containsExactly(
            "LINK_OFFER ja {shop=花道茶舗, url=https://hanamichi-tea.myshopify.com/apps/line/link"
                + "?linkToken=link-token-1&route=%s&at=%d}"
                    .formatted(route, Room.NOW.getEpochSecond()));
    assertThat(room.state(HANAMICHI, HANA).friendship().state()).isEqualTo(Friendship.State.FRIEND);
  }

  @Test
  void the_address_is_under_the_path_that_the_merchant_gave_the_proxy() {
    Shop shop = room.stores.shops().find(KYOTO.id()).orElseThrow();
    Storefront front = shop.storefront();
    room.stores
        .shops()
        .save(
            shop.with(
                new Storefront(
                    front.name(),
                    front.origin(),
                    "/a/tie",
                    front.currency(),
                    front.lineBasicId())));

    room.hear(KYOTO, Room.said(HANA, 1, "Link"));
    assertThat(room.replies().getFirst())
        .startsWith("LINK_OFFER en ")
        .contains("https://kyoto-tea.myshopify.com/a/tie/link?linkToken=")
        .contains("&route=CHAT&");
  }

  @Test
  void who_is_linked_already_is_told_so_and_may_link_anew() {
    room.linked(HANAMICHI, HANA, CUSTOMER);
    room.hear(HANAMICHI, Room.said(HANA, 1, "LINE連携"));

    assertThat(room.replies().getFirst())
        .startsWith("ALREADY_LINKED ja")
        .contains("/apps/line/link?");
  }

  @Test
  void when_line_gives_no_link_token_the_event_comes_back() {
    room.stores.friends().down(true);
    assertThat(room.hear(HANAMICHI, Room.said(HANA, 1, "連携"))).containsExactly("1");
    assertThat(room.replies()).isEmpty();

    room.stores.friends().down(false);
    assertThat(room.hear(HANAMICHI, Room.said(HANA, 1, "連携"))).isEmpty();
    assertThat(room.replies()).hasSize(1);
  }

  @Test
  void a_confirmed_link_stands_is_told_to_shopify_and_line_and_thanked_for() {
    Nonce nonce = room.opened(HANAMICHI, 1, CUSTOMER);
    assertThat(room.hear(HANAMICHI, Room.confirmed(HANA, 1, nonce.value()))).isEmpty();

    assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
    assertThat(room.stores.outbox().queued()).containsExactly(BOTH);
    assertThat(room.replies()).containsExactly("THANKS ja {shop=花道茶舗}");
  }

  @Test
  void the_same_confirmation_ten_times_is_one_link() {
    String confirmed = Room.confirmed(HANA, 1, room.opened(HANAMICHI, 1, CUSTOMER).value());
    for (int i = 0; i < 10; i++) {
      assertThat(room.hear(HANAMICHI, confirmed, confirmed.replace("ery\":false", "ery\":true")))
          .isEmpty();
      room.stores.clock().advance(Duration.ofMinutes(10));
    }

    assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
    assertThat(room.link(HANAMICHI).history()).isEmpty();
    assertThat(room.stores.outbox().queued()).containsOnly(BOTH);
    assertThat(room.replies()).containsOnly("THANKS ja {shop=花道茶舗}");
  }

  @Test
  void a_nonce_is_good_once() {
    Nonce nonce = room.opened(HANAMICHI, 1, CUSTOMER);
    room.hear(HANAMICHI, Room.confirmed(HANA, 1, nonce.value()));
    room.hear(HANAMICHI, Room.confirmed(KEN, 2, nonce.value()));

    assertThat(room.linked(HANAMICHI, KEN)).isEmpty();
    assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
    assertThat(room.replies()).last().isEqualTo("LINK_EXPIRED ja {shop=花道茶舗}");
  }

  @Test
  void an_invented_nonce_links_nobody() {
    room.hear(HANAMICHI, Room.confirmed(HANA, 1, Room.nonce(1).value()));
    room.hear(HANAMICHI, Room.confirmed(HANA, 2, "x"));
    assertNothingLinked(2);
  }

  @Test
  void a_nonce_that_another_shop_gave_links_nobody_in_either() {
    Nonce foreign = room.opened(KYOTO, 1, CUSTOMER);
    room.hear(HANAMICHI, Room.confirmed(HANA, 1, foreign.value()));

    assertNothingLinked(1);
    room.hear(KYOTO, Room.confirmed(HANA, 2, foreign.value()));
    assertThat(room.linked(KYOTO, HANA)).contains(CUSTOMER);
  }

  @Test
  void a_nonce_is_good_for_its_hour() {
    Nonce nonce = room.opened(HANAMICHI, 1, CUSTOMER);
    room.stores.clock().advance(Duration.ofHours(1));
    room.hear(HANAMICHI, Room.confirmed(HANA, 3600, nonce.value()));

    assertNothingLinked(1);
  }

  @Test
  void relinking_to_another_account_moves_the_link_and_sets_both_accounts_right() {
    room.linked(HANAMICHI, KEN, CUSTOMER);
    Nonce nonce = room.opened(HANAMICHI, 1, CUSTOMER);
    room.hear(HANAMICHI, Room.confirmed(HANA, 1, nonce.value()));

    assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
    assertThat(room.linked(HANAMICHI, KEN)).isEmpty();
    assertThat(room.link(HANAMICHI).history())
        .extracting(past -> past.tie().lineUser())
        .containsExactly(KEN);
    assertThat(room.stores.outbox().queued())
        .containsExactly(new Chore.Reconcile(HANAMICHI.id(), Person.of(KEN)), BOTH);
  }

  @Test
  void linking_another_customer_takes_the_account_from_the_former_one() {
    room.linked(HANAMICHI, HANA, MOTHER);
    Nonce nonce = room.opened(HANAMICHI, 1, CUSTOMER);
    room.hear(HANAMICHI, Room.confirmed(HANA, 1, nonce.value()));

    assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
    assertThat(room.stores.outbox().queued())
        .containsExactly(new Chore.Reconcile(HANAMICHI.id(), Person.of(MOTHER)), BOTH);
  }

  @Test
  void who_asks_to_unlink_is_unlinked_and_told_so() {
    room.linked(HANAMICHI, HANA, CUSTOMER);
    room.hear(HANAMICHI, Room.postback(HANA, 60, UNLINK));

    assertThat(room.linked(HANAMICHI, HANA)).isEmpty();
    assertThat(room.link(HANAMICHI).history()).hasSize(1);
    assertThat(room.stores.outbox().queued()).containsExactly(BOTH);
    assertThat(room.stores.outbox().scheduled()).containsExactly(BOTH);
    assertThat(room.replies()).containsExactly("UNLINKED ja {shop=花道茶舗}");
  }

  @Test
  void who_is_not_linked_is_told_so_and_nothing_changes() {
    room.hear(HANAMICHI, Room.said(HANA, 1, "連携解除"));

    assertThat(room.replies()).containsExactly("NOT_LINKED ja {shop=花道茶舗}");
    assertThat(room.stores.outbox().queued()).isEmpty();
    assertThat(room.stores.outbox().scheduled()).isEmpty();
  }

  @Test
  void an_unlink_that_is_older_than_the_link_changes_nothing() {
    room.linked(HANAMICHI, HANA, CUSTOMER);
    room.hear(HANAMICHI, Room.postback(HANA, -1, UNLINK));

    assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
    assertThat(room.replies()).isEmpty();
  }

  @Test
  void an_unlink_that_is_read_again_after_a_new_link_does_not_end_that_one() {
    room.linked(HANAMICHI, HANA, CUSTOMER);
    String unlink = Room.postback(HANA, 60, UNLINK);
    room.hear(HANAMICHI, unlink);
    room.stores.clock().advance(Duration.ofMinutes(5));
    Nonce nonce = room.opened(HANAMICHI, 1, CUSTOMER);
    room.hear(HANAMICHI, Room.confirmed(HANA, 300, nonce.value()), unlink);

    assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
  }

  @Test
  void an_unlink_after_the_confirmation_counts_though_both_were_read_an_hour_late() {
    Nonce nonce = room.opened(HANAMICHI, 1, CUSTOMER);
    room.stores.clock().advance(Duration.ofMinutes(50));
    room.hear(HANAMICHI, Room.confirmed(HANA, 60, nonce.value()));
    assertThat(room.link(HANAMICHI).current().map(Tie::since)).contains(Room.NOW.plusSeconds(60));

    room.hear(HANAMICHI, Room.postback(HANA, 120, UNLINK));
    assertThat(room.linked(HANAMICHI, HANA)).isEmpty();
  }

  private void assertNothingLinked(int replies) {
    assertThat(room.linked(HANAMICHI, HANA)).isEmpty();
    assertThat(room.linked(KYOTO, HANA)).isEmpty();
    assertThat(room.link(HANAMICHI).empty()).isTrue();
    assertThat(room.stores.outbox().queued()).isEmpty();
    assertThat(room.replies()).hasSize(replies).containsOnly("LINK_EXPIRED ja {shop=花道茶舗}");
  }
}
