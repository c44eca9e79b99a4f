package dev.musubi.push;

import static dev.musubi.push.Looked.BOWL;
import static dev.musubi.push.Looked.DUE;
import static dev.musubi.push.Looked.intent;
import static dev.musubi.push.Looked.viewer;
import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Ineligible;
import dev.musubi.core.sending.Quota;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.Untimely;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Between;
import dev.musubi.testkit.memory.MemorySender.Arrived;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PushWorkerTest {

  private static final Instant NEW_YORK = Instant.parse("2026-11-23T23:00:00Z");
  private static final CustomerId OTHER = new CustomerId(8);
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(30);

  private final Stores stores = Stores.ofTwoShops(DUE);
  private final Map<String, Duration> givenBack = new LinkedHashMap<>();

  @Test
  void a_linked_friend_gets_what_she_looked_at_once_and_it_is_recorded() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    assertThat(work(intent(HANAMICHI, CUSTOMER))).isEmpty();
    assertThat(work(intent(HANAMICHI, CUSTOMER))).isEmpty();

    assertThat(stores.sender().arrived())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.to()).isEqualTo(HANA);
              assertThat(message.message().messages())
                  .contains("https://hanamichi-tea.myshopify.com/products/bowl")
                  .contains("椀");
            });
    assertThat(result(HANAMICHI, CUSTOMER)).isInstanceOf(Result.Sent.class);
  }

  @Test
  void a_batch_of_several_shops_sends_to_each_in_its_own_words() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    viewer(stores, KYOTO, CUSTOMER, HANA);
    stores.clock().set(Instant.parse("2026-11-23T12:30:00Z"));
    assertThat(work(intent(HANAMICHI, CUSTOMER), intent(KYOTO, CUSTOMER))).isEmpty();

    assertThat(stores.sender().arrived())
        .extracting(Arrived::shop)
        .containsExactly(HANAMICHI.id(), KYOTO.id());
    assertThat(stores.sender().arrived().get(1).message().messages())
        .contains("https://kyoto-tea.myshopify.com/products/bowl")
        .doesNotContain("hanamichi");
    assertThat(stores.sender().arrived()).extracting(Arrived::key).doesNotHaveDuplicates();
  }

  @Test
  void a_message_that_can_not_be_read_fails_alone() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    List<String> bodies =
        List.of("poison", new WorkCodec().write(intent(HANAMICHI, CUSTOMER)), "{\"v\":99}");

    assertThat(Messages.failed(worker(stores.sender()).work(Messages.of(bodies))))
        .containsExactly("1", "3");
    assertThat(givenBack).containsOnlyKeys("receipt-1", "receipt-3");
    assertThat(stores.sender().arrived()).hasSize(1);
  }

  @Test
  void one_recipient_who_makes_it_fail_leaves_the_others_sent() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    viewer(stores, HANAMICHI, OTHER, KEN);
    SendIntent hers = intent(HANAMICHI, CUSTOMER);
    SendIntent his = intent(HANAMICHI, OTHER);
    List<String> bodies = List.of(new WorkCodec().write(hers), new WorkCodec().write(his));

    assertThat(Messages.failed(worker(failingFor(HANA)).work(Messages.of(bodies))))
        .containsExactly("1");
    assertThat(givenBack).containsExactly(Map.entry("receipt-1", FIRST_BACK_OFF));
    assertThat(stores.sender().arrived()).extracting(Arrived::to).containsExactly(KEN);

    stores.clock().advance(FIRST_BACK_OFF);
    assertThat(work(hers, his)).isEmpty();
    assertThat(stores.sender().arrived()).extracting(Arrived::to).containsExactly(KEN, HANA);
  }

  @Test
  void what_line_throttles_comes_back_later_each_time_and_is_sent_once() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    for (int receive = 1; receive <= 3; receive++) {
      stores.sender().answers(new WireOutcome.Throttled());
      assertThat(received(receive, intent(HANAMICHI, CUSTOMER))).containsExactly("1");
      assertThat(givenBack)
          .containsEntry("receipt-1", FIRST_BACK_OFF.multipliedBy(1L << (receive - 1)));
      stores.clock().advance(Duration.ofMinutes(5));
    }

    assertThat(received(4, intent(HANAMICHI, CUSTOMER))).isEmpty();
    assertThat(stores.sender().arrived()).hasSize(1);
  }

  @Test
  void what_line_accepts_but_does_not_confirm_is_one_message() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    stores.sender().acceptsButAnswers(new WireOutcome.Unclear("connection lost"));
    assertThat(work(intent(HANAMICHI, CUSTOMER))).containsExactly("1");
    stores.clock().advance(FIRST_BACK_OFF);

    assertThat(received(2, intent(HANAMICHI, CUSTOMER))).isEmpty();
    assertThat(stores.sender().arrived()).hasSize(1);
    assertThat(result(HANAMICHI, CUSTOMER)).isInstanceOf(Result.Sent.class);
  }

  @Test
  void the_monthly_limit_is_a_refusal_and_stops_the_others_of_that_shop_alone() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    viewer(stores, HANAMICHI, OTHER, KEN);
    viewer(stores, KYOTO, CUSTOMER, HANA);
    stores.quotas().set(HANAMICHI.id(), new Quota(OptionalLong.of(200), 10));
    stores.sender().answers(new WireOutcome.MonthlyLimit());
    assertThat(work(intent(HANAMICHI, CUSTOMER))).isEmpty();
    assertThat(result(HANAMICHI, CUSTOMER)).isInstanceOf(Result.Refused.class);

    stores.clock().set(Instant.parse("2026-11-23T12:05:00Z"));
    stores.quotas().exhausted(HANAMICHI.id(), Instant.parse("2026-11-23T12:15:00Z"));
    work(intent(HANAMICHI, OTHER), intent(KYOTO, CUSTOMER));
    assertThat(result(HANAMICHI, OTHER))
        .isInstanceOfSatisfying(
            Result.Skipped.class,
            skipped -> assertThat(skipped.why()).isInstanceOf(Untimely.QuotaReserved.class));
    assertThat(stores.sender().arrived()).extracting(Arrived::shop).containsExactly(KYOTO.id());
  }

  @Test
  void credentials_that_line_does_not_take_pause_the_shop_and_not_the_other() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    viewer(stores, HANAMICHI, OTHER, KEN);
    viewer(stores, KYOTO, CUSTOMER, HANA);
    stores.clock().set(Instant.parse("2026-11-23T12:05:00Z"));
    stores.sender().answers(new WireOutcome.TokenRejected());
    assertThat(work(intent(HANAMICHI, CUSTOMER))).containsExactly("1");
    Instant until = Instant.parse("2026-11-23T12:20:00Z");
    assertThat(stores.shops().find(HANAMICHI.id()).orElseThrow().standing())
        .isEqualTo(new Standing.Paused(until));
    assertThat(stores.meter().pausedShops()).containsExactly(HANAMICHI.id());

    work(intent(HANAMICHI, OTHER), intent(KYOTO, CUSTOMER));
    assertThat(stores.sender().arrived()).extracting(Arrived::shop).containsExactly(KYOTO.id());
    assertThat(stores.outbox().scheduled()).contains(intent(HANAMICHI, OTHER));

    stores.clock().set(until.plusSeconds(60));
    work(intent(HANAMICHI, OTHER), intent(HANAMICHI, CUSTOMER));
    assertThat(stores.sender().arrived())
        .filteredOn(message -> message.shop().equals(HANAMICHI.id()))
        .extracting(Arrived::to)
        .containsExactlyInAnyOrder(HANA, KEN);
  }

  @Test
  void who_is_not_linked_or_bought_it_since_or_blocked_gets_nothing_and_the_reason_is_kept() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    stores
        .purchases()
        .record(HANAMICHI.id(), new Purchase(new OrderId(1), CUSTOMER, DUE, List.of(BOWL), false));
    viewer(stores, HANAMICHI, OTHER, KEN);
    hear(HANAMICHI, KEN, Friendship.State.BLOCKED, DUE);
    CustomerId stranger = new CustomerId(9);
    work(intent(HANAMICHI, CUSTOMER), intent(HANAMICHI, OTHER), intent(HANAMICHI, stranger));

    assertThat(why(CUSTOMER)).isEqualTo(new Unwanted.Bought(new OrderId(1)));
    assertThat(why(OTHER)).isInstanceOf(Ineligible.Blocked.class);
    assertThat(why(stranger)).isInstanceOf(Ineligible.NotLinked.class);
    assertThat(stores.sender().calls()).isZero();
  }

  @Test
  void at_night_it_waits_for_the_morning_and_is_judged_again() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    stores.clock().set(Instant.parse("2026-11-23T13:00:00Z"));
    assertThat(work(intent(HANAMICHI, CUSTOMER))).isEmpty();
    Instant morning = Instant.parse("2026-11-23T22:00:00Z");
    Instant due = stores.outbox().scheduledFor().getFirst();
    assertThat(due).isBetween(morning, morning.plus(Duration.ofHours(1)));
    assertThat(stores.sender().calls()).isZero();

    stores.clock().set(due);
    stores.outbox().takeDue().forEach(work -> work((SendIntent) work));
    assertThat(stores.sender().arrived()).hasSize(1);
  }

  @Test
  void the_cap_of_one_shop_does_not_count_in_the_other() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    viewer(stores, KYOTO, CUSTOMER, HANA);
    work(intent(HANAMICHI, CUSTOMER));
    stores.clock().set(NEW_YORK);
    work(intent(KYOTO, CUSTOMER));

    assertThat(stores.sender().arrived()).hasSize(2);
    assertThat(stores.sender().arrived()).extracting(Arrived::key).doesNotHaveDuplicates();
  }

  @Test
  void an_intent_of_a_shop_that_is_gone_is_done_with() {
    viewer(stores, HANAMICHI, CUSTOMER, HANA);
    stores.shops().remove(HANAMICHI.id());

    assertThat(work(intent(HANAMICHI, CUSTOMER))).isEmpty();
    assertThat(stores.sender().calls()).isZero();
  }

  @Test
  void a_channel_that_does_not_answer_is_left_alone_and_the_other_shop_goes_on() {
    stores.clock().set(NEW_YORK);
    List<SendIntent> intents = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      CustomerId customer = new CustomerId(100 + i);
      viewer(stores, HANAMICHI, customer, new LineUserId("U" + String.format("%032x", 100 + i)));
      intents.add(intent(HANAMICHI, customer));
    }
    viewer(stores, KYOTO, CUSTOMER, HANA);
    intents.add(intent(KYOTO, CUSTOMER));
    List<ShopId> called = new ArrayList<>();

    List<String> bodies = intents.stream().map(new WorkCodec()::write).toList();
    List<String> failed =
        Messages.failed(worker(silentFor(HANAMICHI, called)).work(Messages.received(1, bodies)));

    assertThat(called).hasSize(5);
    assertThat(failed).hasSize(20);
    assertThat(stores.sender().arrived()).hasSize(1);
  }

  private Sender silentFor(ExampleShop shop, List<ShopId> called) {
    return Between.with(
        Sender.class,
        stores.sender(),
        call -> {
          if (call.first().equals(shop.id())) {
            called.add(shop.id());
            return new WireOutcome.Unclear("timeout");
          }
          return call.through();
        });
  }

  private List<String> work(SendIntent... intents) {
    return received(1, intents);
  }

  private List<String> received(int times, SendIntent... intents) {
    List<String> bodies = new ArrayList<>();
    Arrays.stream(intents).map(new WorkCodec()::write).forEach(bodies::add);
    return Messages.failed(worker(stores.sender()).work(Messages.received(times, bodies)));
  }

  private PushWorker worker(Sender sender) {
    return Pushing.of(stores)
        .with(Sender.class, sender)
        .worker((queue, delays) -> givenBack.putAll(delays));
  }

  private Sender failingFor(LineUserId user) {
    return Between.with(
        Sender.class,
        stores.sender(),
        call -> {
          if (call.names(user)) {
            throw new IllegalStateException("no such thing was foreseen");
          }
          return call.through();
        });
  }

  private void hear(ExampleShop shop, LineUserId user, Friendship.State state, Instant at) {
    RecipientState current = stores.recipients().find(shop.id(), List.of(user)).get(user);
    stores.recipients().replace(current.heard(new Friendship(state, at)));
  }

  private Result result(ExampleShop shop, CustomerId customer) {
    return stores.deliveries().find(intent(shop, customer)).map(Delivery::result).orElseThrow();
  }

  private Reason why(CustomerId customer) {
    return result(HANAMICHI, customer).reason().orElseThrow();
  }
}
