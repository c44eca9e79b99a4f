package dev.musubi.push;

import static dev.musubi.push.Looked.DUE;
import static dev.musubi.push.Looked.intent;
import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Wish;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Ineligible;
import dev.musubi.core.sending.RecipientBook;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.ShopClosed;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.SettingsDraft;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Between;
import dev.musubi.testkit.memory.SeededEntropy;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of intents under way when their person changes in the meantime. */
class GoneMeanwhileTest {

  private static final CustomerId KEPT = new CustomerId(8);
  private static final SendIntent INTENT = intent(CUSTOMER);

  private final Stores stores = Looked.atTheBowl();
  private final ShopId shop = HANAMICHI.id();

  @Test
  void what_was_erased_gets_no_message_and_no_row_however_late_the_intent() {
    erase();
    for (int day = 0; day < 7; day++) {
      stores.clock().set(DUE.plus(Duration.ofDays(day)));
      assertThat(work(INTENT)).isEmpty();
    }
    assertThat(stores.sender().calls()).isZero();
    assertThat(stores.deliveries().export(shop, Person.of(CUSTOMER))).isEmpty();
    assertThat(stores.recipients().export(shop, Person.of(HANA)))
        .allMatch(holding -> holding.value().startsWith("UNKNOWN"));
  }

  @Test
  void a_try_that_is_under_way_at_the_erasure_leaves_nothing_either() {
    stores.sender().answers(new WireOutcome.Unclear("timeout"));
    assertThat(work(INTENT)).hasSize(1);
    erase();
    stores.clock().advance(Duration.ofMinutes(1));
    assertThat(work(INTENT)).isEmpty();
    assertThat(stores.sender().calls()).isEqualTo(1);
    assertThat(stores.deliveries().export(shop, Person.of(CUSTOMER))).isEmpty();
  }

  @Test
  void an_erasure_between_judging_and_reserving_is_noticed_and_judged_anew() {
    Recipients erasing = erasingBeforeTheFirstReservation();
    assertThat(work(erasing, INTENT)).hasSize(1);
    assertThat(stores.sender().calls()).isZero();
    assertThat(work(INTENT)).isEmpty();
    assertThat(stores.deliveries().export(shop, Person.of(CUSTOMER))).isEmpty();
  }

  @Test
  void who_came_back_and_linked_anew_is_somebody_new() {
    erase();
    Looked.link(stores, shop, CUSTOMER, KEN, DUE.plusSeconds(60));
    Friendship friend = new Friendship(Friendship.State.FRIEND, DUE);
    book().change(shop, KEN, state -> state.heard(friend));
    assertThat(work(INTENT)).isEmpty();
    assertThat(stores.sender().calls()).isZero();
    assertThat(row(INTENT).result().reason()).contains(new Unwanted.NothingSeen());
  }

  @Test
  void after_a_merge_the_intent_of_the_former_number_reaches_the_kept_customer_once() {
    merge();
    assertThat(work(INTENT)).isEmpty();
    assertThat(work(INTENT)).isEmpty();
    assertThat(stores.sender().arrived()).hasSize(1);
    assertThat(stores.sender().arrived().getFirst().to()).isEqualTo(HANA);
    assertThat(row(intent(KEPT)).result()).isInstanceOf(Result.Sent.class);
    assertThat(stores.deliveries().export(shop, Person.of(CUSTOMER))).isEmpty();
  }

  @Test
  void what_was_sent_before_a_merge_is_not_sent_again_after_it() {
    assertThat(work(INTENT)).isEmpty();
    merge();
    stores.clock().advance(Duration.ofMinutes(1));
    assertThat(work(INTENT)).isEmpty();
    assertThat(stores.sender().calls()).isEqualTo(1);
    assertThat(row(intent(KEPT)).result()).isInstanceOf(Result.Sent.class);
  }

  @Test
  void what_was_tried_without_a_clear_answer_before_a_merge_stays_unknown() {
    stores.sender().answers(new WireOutcome.Unclear("timeout"));
    work(INTENT);
    merge();
    stores.clock().advance(Duration.ofMinutes(1));
    assertThat(work(INTENT)).isEmpty();
    assertThat(stores.sender().calls()).isEqualTo(1);
    assertThat(row(intent(KEPT)).result()).isEqualTo(new Result.Unknown(new Ineligible.Relinked()));
  }

  @Test
  void a_wish_that_came_with_a_merge_tells_nobody_the_same_a_second_time() {
    assertThat(work(INTENT)).isEmpty();
    stores.clock().advance(Duration.ofMinutes(30));
    SendIntent again =
        new SendIntent(
            shop,
            INTENT.to(),
            INTENT.subject(),
            INTENT.lane(),
            stores.clock().instant(),
            INTENT.notAfter());
    assertThat(work(again)).isEmpty();
    assertThat(stores.sender().calls()).isEqualTo(1);
    assertThat(row(INTENT).result()).isInstanceOf(Result.Sent.class);
    assertThat(row(again).result()).isEqualTo(new Result.Skipped(new Unwanted.ToldAlready()));
  }

  @Test
  void who_turns_it_off_or_pauses_while_it_is_under_way_gets_nothing_any_more() {
    for (Wish wish :
        List.of(new ChatCommand.Prefer(Kind.BROWSE, false), new ChatCommand.Pause(true))) {
      GoneMeanwhileTest again = new GoneMeanwhileTest();
      again.stores.sender().answers(new WireOutcome.Unclear("timeout"));
      assertThat(again.work(INTENT)).hasSize(1);
      again.wish(wish);
      again.stores.clock().advance(Duration.ofMinutes(1));
      assertThat(again.work(INTENT)).isEmpty();
      assertThat(again.stores.sender().calls()).isEqualTo(1);
      assertThat(again.row(INTENT).result()).isInstanceOf(Result.Unknown.class);
    }
  }

  @Test
  void what_the_shop_switches_off_while_it_is_under_way_arrives_no_more() {
    stores.sender().answers(new WireOutcome.Unclear("timeout"));
    assertThat(work(INTENT)).hasSize(1);
    Shop open = stores.shops().find(shop).orElseThrow();
    Map<String, Object> off = Map.of("kinds", Map.of("BROWSE", Map.of("enabled", false)));
    Settings without =
        ((SettingsDraft.Outcome.Accepted) new SettingsDraft(off).over(open.settings())).settings();
    stores.shops().save(open.with(without, DUE));
    stores.clock().advance(Duration.ofMinutes(1));
    assertThat(work(INTENT)).isEmpty();
    assertThat(stores.sender().calls()).isEqualTo(1);
    assertThat(row(INTENT).result())
        .isEqualTo(new Result.Unknown(new ShopClosed.SwitchedOff(Kind.BROWSE)));
  }

  @Test
  void what_comes_due_in_a_pause_is_let_go_and_the_row_says_until_when() {
    wish(new ChatCommand.Pause(true));
    assertThat(work(INTENT)).isEmpty();
    assertThat(row(INTENT).result())
        .isEqualTo(
            new Result.Skipped(
                new Ineligible.OnPause(
                    DUE.atZone(HANAMICHI.shop().zone()).plusMonths(1).toInstant())));
    assertThat(stores.outbox().scheduled()).isEmpty();
  }

  private void wish(Wish wish) {
    Wishes said = Wishes.NONE.with(wish, stores.clock().instant(), HANAMICHI.shop().zone());
    book().change(shop, HANA, state -> state.wishing(said));
  }

  private void erase() {
    Person person = Person.of(CUSTOMER, HANA);
    stores.links().bury(shop, person, stores.clock().instant(), new SeededEntropy(1));
    stores.holders().forEach(store -> store.data().erase(shop, person));
    stores.links().erase(shop, person);
  }

  private void merge() {
    stores.links().move(shop, CUSTOMER, KEPT);
    stores.holders().forEach(store -> store.data().move(shop, CUSTOMER, KEPT));
  }

  private Recipients erasingBeforeTheFirstReservation() {
    return Between.with(
        Recipients.class,
        stores.recipients(),
        call -> {
          if (call.name().equals("replace")) {
            erase();
          }
          return call.through();
        });
  }

  private List<String> work(SendIntent intent) {
    return work(stores.recipients(), intent);
  }

  private List<String> work(Recipients recipients, SendIntent intent) {
    PushWorker worker =
        Pushing.of(stores).with(Recipients.class, recipients).worker((queue, delays) -> {});
    return Messages.failed(worker.work(Messages.of(new WorkCodec().write(intent))));
  }

  private Delivery row(SendIntent intent) {
    return stores.deliveries().find(intent).orElseThrow();
  }

  private RecipientBook book() {
    return new RecipientBook(stores.recipients());
  }
}
