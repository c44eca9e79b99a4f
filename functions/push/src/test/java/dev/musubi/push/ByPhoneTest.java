package dev.musubi.push;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.Receipts;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.KindSettings;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.PhoneNotice;
import dev.musubi.core.shop.ServiceSettings;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Payment;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.testkit.memory.SeededEntropy;
import dev.musubi.wire.WorkCodec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A notice to who is no friend of the account goes by phone, at most once, and never both ways. */
class ByPhoneTest {

  private static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");
  private static final PhoneHash PHONE = new PhoneHash("ab".repeat(32));
  private static final OrderId ORDER = new OrderId(1001);
  private static final LineUserId HANA = new LineUserId("U" + "1".repeat(32));
  private static final SendIntent PLACED =
      new SendIntent(
          HANAMICHI.id(),
          new Addressee.Customer(CUSTOMER),
          new Subject.Ordered(ORDER, OrderStatus.PLACED),
          Lane.EXPRESS,
          NOON,
          NOON.plus(Duration.ofHours(72)));

  private final Stores stores = Stores.ofTwoShops(NOON);

  ByPhoneTest() {
    order(Optional.of(PHONE));
    approve(true);
  }

  @Test
  void a_stranger_is_told_by_phone_with_the_send_id_as_tag() {
    work();
    assertThat(stores.notifier().asked())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.to()).isEqualTo(PHONE);
              assertThat(asked.tag()).isEqualTo(PLACED.id());
              assertThat(asked.message().template()).isEqualTo("order_placed_ja");
              assertThat(asked.message().items()).containsEntry("number_001_ja", "#1001");
            });
    assertThat(result()).isInstanceOf(Result.Deferred.class);
  }

  @Test
  void it_counts_as_sent_once_LINE_says_that_it_can_be_seen() {
    work();
    receipts().delivered(HANAMICHI.id(), PLACED.id(), NOON.plusSeconds(5));
    assertThat(result()).isInstanceOf(Result.Sent.class);
    receipts().delivered(HANAMICHI.id(), PLACED.id(), NOON.plusSeconds(9));
    later(Duration.ofHours(24));
    assertThat(result()).isInstanceOf(Result.Sent.class);
    assertThat(stores.notifier().asked()).hasSize(1);
  }

  @Test
  void a_day_without_a_word_from_LINE_is_not_delivered_and_a_late_word_still_counts() {
    work();
    later(Duration.ofHours(24));
    assertThat(reason()).contains("24 hours");
    assertThat(result()).isInstanceOf(Result.Refused.class);
    receipts().delivered(HANAMICHI.id(), PLACED.id(), NOON.plus(Duration.ofHours(25)));
    assertThat(result()).isInstanceOf(Result.Sent.class);
  }

  @Test
  void an_unclear_answer_is_never_asked_again() {
    stores.notifier().answers(new WireOutcome.Unclear("timeout"));
    work();
    work();
    assertThat(stores.notifier().asked()).hasSize(1);
    assertThat(result()).isInstanceOf(Result.Deferred.class);
  }

  @Test
  void whoever_dies_at_any_moment_asks_at_most_once() {
    for (int fatal = 0; fatal < 40; fatal++) {
      ByPhoneTest other = new ByPhoneTest();
      int at = fatal;
      int[] seen = {0};
      try {
        other.work(new Mortality(moment -> seen[0]++ == at));
      } catch (Death death) {
        // The next delivery of the same message goes on.
      }
      other.work();
      assertThat(other.stores.notifier().asked()).as("died at " + fatal).hasSizeLessThan(2);
      assertThat(other.result()).isInstanceOf(Result.Deferred.class);
    }
  }

  @Test
  void who_links_while_the_notice_is_awaited_does_not_get_it_a_second_time_in_the_chat() {
    work();
    link();
    work();
    approve(false);
    later(Duration.ofHours(24));
    assertThat(stores.sender().calls()).isZero();
    assertThat(stores.notifier().asked()).hasSize(1);
  }

  @Test
  void nor_if_the_shop_took_its_template_away_meanwhile() {
    work();
    approve(false);
    stores.clock().set(NOON.plusSeconds(60));
    link();
    work();
    assertThat(stores.sender().calls()).isZero();
    assertThat(result()).isInstanceOf(Result.Deferred.class);
  }

  @Test
  void a_linked_friend_gets_it_in_the_chat_alone() {
    link();
    work();
    assertThat(stores.sender().arrived()).hasSize(1);
    assertThat(stores.notifier().asked()).isEmpty();
  }

  @Test
  void who_blocked_the_account_is_left_in_peace() {
    link();
    hear(Friendship.State.BLOCKED);
    work();
    assertThat(stores.notifier().asked()).isEmpty();
    assertThat(reason()).contains("blocked");
  }

  @Test
  void without_a_phone_or_without_LINEs_approval_nobody_is_asked() {
    order(Optional.empty());
    work();
    assertThat(reason()).contains("not linked");
    order(Optional.of(PHONE));
    approve(false);
    work();
    assertThat(stores.notifier().asked()).isEmpty();
  }

  @Test
  void nobody_on_LINE_by_that_number_is_refused_with_the_reason() {
    stores.notifier().answers(new WireOutcome.Refused("422 Failed to send messages"));
    work();
    assertThat(result()).isInstanceOf(Result.Refused.class);
    assertThat(reason()).contains("422");
  }

  @Test
  void a_rate_limit_was_no_message_and_is_tried_again() {
    stores.notifier().answers(new WireOutcome.Throttled());
    assertThat(work()).hasSize(1);
    assertThat(work()).isEmpty();
    assertThat(stores.notifier().asked()).hasSize(2);
  }

  @Test
  void quiet_hours_and_a_day_of_staleness_hold_here_too() {
    stores.clock().set(Instant.parse("2026-11-23T14:00:00Z"));
    work();
    assertThat(reason()).startsWith("quiet-hours");
    stores.clock().set(NOON.plus(Duration.ofHours(25)));
    work();
    assertThat(reason()).startsWith("stale");
    assertThat(stores.notifier().asked()).isEmpty();
  }

  @Test
  void a_tag_of_another_shop_confirms_nothing() {
    work();
    receipts().delivered(KYOTO.id(), PLACED.id(), NOON.plusSeconds(5));
    assertThat(result()).isInstanceOf(Result.Deferred.class);
  }

  @Test
  void of_who_was_erased_nobody_is_asked_and_nothing_is_recorded() {
    stores.links().bury(HANAMICHI.id(), Person.of(CUSTOMER), NOON, new SeededEntropy(1));
    work();
    assertThat(stores.notifier().asked()).isEmpty();
    assertThat(stores.deliveries().find(PLACED)).isEmpty();
  }

  @Test
  void what_was_asked_for_before_a_merge_is_not_told_again_to_who_was_kept() {
    work();
    CustomerId kept = new CustomerId(88);
    stores.links().move(HANAMICHI.id(), CUSTOMER, kept);
    stores.notices().move(HANAMICHI.id(), CUSTOMER, kept);
    stores.orders().move(HANAMICHI.id(), CUSTOMER, kept);
    work();
    assertThat(stores.notifier().asked()).hasSize(1);
    assertThat(stores.sender().calls()).isZero();
  }

  private void later(Duration duration) {
    stores.clock().set(NOON.plus(duration));
    work();
  }

  private List<String> work() {
    return work(new Mortality(moment -> false));
  }

  private List<String> work(Mortality mortality) {
    PushWorker worker =
        Pushing.of(stores)
            .with(Notices.class, mortality.mortal(Notices.class, stores.notices()))
            .with(Notifier.class, mortality.mortal(Notifier.class, stores.notifier()))
            .worker((queue, delays) -> {});
    List<String> body = List.of(new WorkCodec().write(PLACED));
    return Messages.failed(worker.work(Messages.received(1, body)));
  }

  private Receipts receipts() {
    return new Receipts(stores.notices(), stores.deliveries());
  }

  private Result result() {
    return stores.deliveries().find(PLACED).map(Delivery::result).orElseThrow();
  }

  private String reason() {
    Shop shop = stores.shops().find(HANAMICHI.id()).orElseThrow();
    return result().reason().orElseThrow().text(Language.EN, shop.zone());
  }

  private void approve(boolean approved) {
    Optional<PhoneNotice> notice =
        approved
            ? Optional.of(
                new PhoneNotice(
                    "order_placed_ja",
                    new TreeMap<>(Map.of("number_001_ja", "{number}")),
                    new TreeMap<>(Map.of("contact_ja", "{link}"))))
            : Optional.empty();
    Shop shop = stores.shops().find(HANAMICHI.id()).orElseThrow();
    Settings s = shop.settings();
    KindSettings k = s.kinds();
    ServiceSettings order = new ServiceSettings(true, false, notice, false, false);
    KindSettings kinds = new KindSettings(k.cart(), k.browse(), k.restock(), order, k.shipping());
    stores
        .shops()
        .save(
            shop.with(
                new Settings(
                    s.timeZone(),
                    s.wording(),
                    s.quietHours(),
                    s.quotaReserve(),
                    s.contactBudget(),
                    kinds),
                NOON));
  }

  private void order(Optional<PhoneHash> phone) {
    stores.orders().erase(HANAMICHI.id(), Person.of(CUSTOMER));
    stores
        .orders()
        .heard(
            HANAMICHI.id(),
            new Order(
                ORDER,
                Optional.of(CUSTOMER),
                new Order.Origin("#1001", NOON, false, false, Optional.empty(), phone),
                new Order.Bill(
                    Optional.of(
                        new Order.Price(new BigDecimal("3240"), Currency.getInstance("JPY"))),
                    1,
                    List.of()),
                Order.Progress.heard(Payment.PAID, Optional.empty(), Optional.empty(), NOON),
                List.of()));
  }

  private void link() {
    byte[] bytes = new byte[Nonce.BYTES];
    Arrays.fill(bytes, (byte) 7);
    Nonce nonce = Nonce.of(bytes);
    stores
        .links()
        .open(
            new LinkAttempt(
                HANAMICHI.id(), nonce.hash(), CUSTOMER, EntryRoute.CHAT, NOON.plusSeconds(600)));
    stores.links().complete(HANAMICHI.id(), nonce, HANA, "event-1", NOON);
    hear(Friendship.State.FRIEND);
  }

  private void hear(Friendship.State state) {
    var current = stores.recipients().find(HANAMICHI.id(), List.of(HANA)).get(HANA);
    stores
        .recipients()
        .replace(current.heard(new Friendship(state, NOON.plusSeconds(state.ordinal()))));
  }
}
