package dev.musubi.chores;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.MemoryFriends.Menu;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.wire.WorkCodec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoresWorkerTest {

  private static final Menu LINKED = new Menu(Language.JA, true);
  private static final Menu NOT_LINKED = new Menu(Language.JA, false);
  private static final Chore RECONCILE =
      new Chore.Reconcile(HANAMICHI.id(), Person.of(CUSTOMER, HANA));
  private static final Chore ERASE = new Chore.Erase(HANAMICHI.id(), Person.of(CUSTOMER), false);

  private final House house = new House();

  @Test
  void who_is_linked_carries_the_tag_and_sees_the_menu_of_the_linked() {
    house.link(HANAMICHI, CUSTOMER, HANA);
    assertThat(house.work(RECONCILE)).isEmpty();

    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
    assertThat(house.menu(HANA)).contains(LINKED);
  }

  @Test
  void naming_the_customer_or_the_account_alone_comes_to_the_same() {
    for (Person person : List.of(Person.of(CUSTOMER), Person.of(HANA))) {
      House other = new House();
      other.link(HANAMICHI, CUSTOMER, HANA);
      other.work(new Chore.Reconcile(HANAMICHI.id(), person));

      assertThat(other.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
      assertThat(other.menu(HANA)).contains(LINKED);
    }
  }

  @Test
  void who_unlinked_loses_both() {
    house.link(HANAMICHI, CUSTOMER, HANA);
    house.work(RECONCILE);
    house.unlink(HANAMICHI);
    house.work(RECONCILE);

    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isFalse();
    assertThat(house.menu(HANA)).contains(NOT_LINKED);
  }

  @Test
  void a_late_chore_of_an_unlink_takes_nothing_from_who_linked_again() {
    house.link(HANAMICHI, CUSTOMER, HANA);
    house.unlink(HANAMICHI);
    house.link(HANAMICHI, CUSTOMER, HANA);
    house.work(RECONCILE, RECONCILE);

    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
    assertThat(house.menu(HANA)).contains(LINKED);
  }

  @Test
  void after_a_relink_the_former_account_sees_the_other_menu_and_the_tag_stays() {
    house.link(HANAMICHI, CUSTOMER, KEN);
    house.work(new Chore.Reconcile(HANAMICHI.id(), Person.of(CUSTOMER, KEN)));
    house.link(HANAMICHI, CUSTOMER, HANA);
    house.work(new Chore.Reconcile(HANAMICHI.id(), Person.of(KEN)), RECONCILE);

    assertThat(house.menu(KEN)).contains(NOT_LINKED);
    assertThat(house.menu(HANA)).contains(LINKED);
    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
  }

  @Test
  void the_former_customer_of_an_account_loses_the_tag() {
    CustomerId mother = new CustomerId(8);
    house.link(HANAMICHI, mother, HANA);
    house.work(new Chore.Reconcile(HANAMICHI.id(), Person.of(mother, HANA)));
    house.link(HANAMICHI, CUSTOMER, HANA);
    house.work(new Chore.Reconcile(HANAMICHI.id(), Person.of(mother)), RECONCILE);

    assertThat(house.stores.tags().tagged(HANAMICHI.id(), mother)).isFalse();
    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
    assertThat(house.menu(HANA)).contains(LINKED);
  }

  @Test
  void a_customer_whom_nobody_knows_is_left_alone() {
    house.stores.tags().linked(HANAMICHI.id(), CUSTOMER, true);
    house.work(new Chore.Reconcile(HANAMICHI.id(), Person.of(CUSTOMER)));

    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER))
        .as("a tag that we never set")
        .isTrue();
  }

  @Test
  void while_shopify_or_line_does_not_answer_the_chore_comes_back() {
    house.link(HANAMICHI, CUSTOMER, HANA);
    house.stores.tags().down(true);
    assertThat(house.work(RECONCILE, new Chore.SetUp(KYOTO.id()))).containsExactly("1");
    assertThat(house.givenBack).containsOnly(Map.entry("receipt-1", Duration.ofSeconds(30)));
    assertThat(house.stores.friends().prepared()).containsExactly(KYOTO.id());

    house.stores.tags().down(false);
    house.stores.friends().down(true);
    assertThat(house.work(RECONCILE)).containsExactly("1");

    house.stores.friends().down(false);
    assertThat(house.work(RECONCILE)).isEmpty();
    assertThat(house.menu(HANA)).contains(LINKED);
  }

  @Test
  void setting_up_prepares_the_menus_and_the_webhooks_of_that_shop_alone() {
    house.work(new Chore.SetUp(KYOTO.id()));

    assertThat(house.stores.friends().prepared()).containsExactly(KYOTO.id());
    assertThat(house.stores.subscriptions().sent(KYOTO.id())).isEqualTo(CheckUp.TOPICS);
    assertThat(house.stores.subscriptions().sent(HANAMICHI.id())).isEmpty();
    assertThat(house.stores.meter().subscriptionsLost()).as("nothing was lost, it is new").isZero();
  }

  @Test
  void products_of_a_cart_that_are_not_known_freshly_are_read_and_the_others_are_not() {
    ProductId bowl = new ProductId(100);
    house.stores.source().put(KYOTO.id(), bowl(bowl));
    house.work(new Chore.Refresh(KYOTO.id(), List.of(bowl)));
    house.work(new Chore.Refresh(KYOTO.id(), List.of(bowl)));

    assertThat(house.stores.catalogue().find(KYOTO.id(), List.of(bowl))).containsOnlyKeys(bowl);
    assertThat(house.stores.source().reads()).hasSize(1);
  }

  private static ProductFacts bowl(ProductId id) {
    return new ProductFacts(
        id,
        new ProductFacts.Showing("bowl", "椀", BigDecimal.TEN, Optional.empty()),
        true,
        false,
        List.of(new ProductFacts.VariantStock(new VariantId(1), true, House.NOW)),
        House.NOW,
        House.NOW);
  }

  @Test
  void a_chore_of_a_shop_that_is_gone_is_done_with() {
    house.stores.shops().remove(HANAMICHI.id());

    assertThat(house.work(RECONCILE, ERASE, new Chore.SetUp(HANAMICHI.id()))).isEmpty();
    assertThat(house.stores.friends().prepared()).isEmpty();
  }

  @Test
  void erasing_leaves_nothing_in_any_store_nor_tag_nor_menu_of_the_linked() {
    house.known(HANAMICHI);
    house.work(RECONCILE);
    assertThat(house.holdings(HANAMICHI)).hasSize(10).noneMatch(List::isEmpty);
    assertThat(house.work(ERASE)).isEmpty();

    assertThat(house.holdings(HANAMICHI)).allMatch(List::isEmpty);
    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isFalse();
    assertThat(house.menu(HANA)).contains(NOT_LINKED);
    assertThat(house.work(ERASE)).as("again it is harmless").isEmpty();
  }

  @Test
  void erasing_reaches_the_accounts_that_the_person_had_before() {
    house.link(HANAMICHI, CUSTOMER, KEN);
    house.remember(HANAMICHI, KEN);
    house.known(HANAMICHI);
    house.work(ERASE);

    assertThat(house.stores.recipients().export(HANAMICHI.id(), Person.of(KEN))).isEmpty();
    assertThat(house.stores.recipients().export(HANAMICHI.id(), Person.of(HANA))).isEmpty();
  }

  @Test
  void erasing_after_an_unlink_reaches_the_account_all_the_same() {
    house.known(HANAMICHI);
    house.unlink(HANAMICHI);
    house.work(ERASE);

    assertThat(house.holdings(HANAMICHI)).allMatch(List::isEmpty);
  }

  @Test
  void erasing_in_one_shop_leaves_the_same_person_alone_in_the_other() {
    house.known(HANAMICHI);
    house.known(KYOTO);
    house.stores.tags().linked(KYOTO.id(), CUSTOMER, true);
    List<List<PersonalData.Holding>> before = house.holdings(KYOTO);
    house.work(ERASE);

    assertThat(house.holdings(KYOTO)).isEqualTo(before).noneMatch(List::isEmpty);
    assertThat(house.stores.tags().tagged(KYOTO.id(), CUSTOMER)).isTrue();
    assertThat(house.stores.friends().menuOf(KYOTO.id(), HANA)).isEmpty();
  }

  @Test
  void wherever_the_worker_died_erasing_again_leaves_nothing() {
    Mortality counting = new Mortality(moment -> false);
    house.known(HANAMICHI);
    house.worker(counting).work(House.messages(ERASE));
    assertThat(counting.moments()).isGreaterThan(10);
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      House again = new House();
      again.known(HANAMICHI);
      again.work(RECONCILE);
      assertThatThrownBy(
              () -> again.worker(new Mortality(m -> m == deadly)).work(House.messages(ERASE)))
          .isInstanceOf(Death.class);
      again.work(ERASE);

      assertThat(again.holdings(HANAMICHI)).as("died at %s", moment).allMatch(List::isEmpty);
      assertThat(again.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isFalse();
      assertThat(again.menu(HANA)).contains(NOT_LINKED);
    }
  }

  @Test
  void after_an_upgrade_the_first_who_needs_the_new_menu_has_it_made() {
    house.link(HANAMICHI, CUSTOMER, HANA);
    house.stores.friends().unprepared();
    house.work(RECONCILE);
    assertThat(house.stores.friends().prepared()).containsExactly(HANAMICHI.id());
    assertThat(house.menu(HANA)).contains(LINKED);
  }

  @Test
  void what_is_no_chore_fails_alone() {
    house.link(HANAMICHI, CUSTOMER, HANA);
    SQSEvent event = Messages.of("not json", new WorkCodec().write(RECONCILE), "{\"v\":99}");

    assertThat(Messages.failed(house.worker(new Mortality(m -> false)).work(event)))
        .containsExactly("1", "3");
    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
  }
}
