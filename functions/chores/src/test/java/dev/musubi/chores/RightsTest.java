package dev.musubi.chores;

import static dev.musubi.chores.House.NOW;
import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.people.Fate;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonStore;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.MemoryFriends.Menu;
import dev.musubi.testkit.memory.Mortality;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {

  private static final CustomerId KEPT = new CustomerId(8_800_000_000_008L);
  private static final Chore ERASE = new Chore.Erase(HANAMICHI.id(), Person.of(CUSTOMER), false);
  private static final Chore AGAIN = new Chore.Erase(HANAMICHI.id(), Person.of(CUSTOMER), true);
  private static final Chore MERGE = new Chore.Merge(HANAMICHI.id(), CUSTOMER, KEPT, false);
  private static final Chore DEPART = new Chore.Depart(HANAMICHI.id(), CUSTOMER);
  private static final Chore ERASE_SHOP = new Chore.EraseShop(HANAMICHI.id());

  private final House house = new House();

  @Test
  void every_store_that_there_is_takes_part_and_knows_the_person_before_an_erasure()
      throws ReflectiveOperationException {
    house.known(HANAMICHI);
    List<Object> parts = new ArrayList<>();
    house.stores.holders().stream().map(PersonStore::data).forEach(parts::add);
    parts.add(house.stores.links());
    for (RecordComponent component : Stores.class.getRecordComponents()) {
      if (PersonalData.class.isAssignableFrom(component.getType())) {
        assertThat(parts).contains(component.getAccessor().invoke(house.stores));
      }
    }
    assertThat(house.holdings(HANAMICHI)).noneMatch(List::isEmpty);
  }

  @Test
  void after_an_erasure_no_store_holds_a_trace_of_the_numbers()
      throws ReflectiveOperationException {
    house.known(HANAMICHI);
    assertThat(Traces.of(house.stores, CUSTOMER.toString(), HANA.value())).isNotEmpty();
    house.work(ERASE);
    for (RecordComponent component : Stores.class.getRecordComponents()) {
      Object store = component.getAccessor().invoke(house.stores);
      boolean holdsPersons = store instanceof PersonalData || component.getName().equals("proofs");
      if (holdsPersons) {
        assertThat(Traces.of(store, CUSTOMER.toString(), HANA.value()))
            .as(component.getName())
            .isEmpty();
      }
    }
  }

  @Test
  void an_erasure_is_proven_by_what_each_store_held_under_a_hash_of_the_person() {
    house.known(HANAMICHI);
    house.work(ERASE);
    ErasureProof proof = onlyProof();
    assertThat(proof.completed()).contains(NOW);
    assertThat(proof.found())
        .containsEntry("links", 1)
        .containsEntry("recipients", 1)
        .containsEntry("views", 1)
        .containsEntry("purchases", 1)
        .containsEntry("deliveries", 1)
        .containsEntry("exports", 1);
    assertThat(house.stores.links().hash(HANAMICHI.id(), CUSTOMER)).contains(proof.subject());
    assertThat(proof.toString()).doesNotContain(CUSTOMER.toString(), HANA.value());
  }

  @Test
  void the_same_request_again_proves_nothing_new() {
    house.known(HANAMICHI);
    house.work(ERASE);
    ErasureProof proof = onlyProof();
    house.work(ERASE);
    assertThat(onlyProof()).isEqualTo(proof);
  }

  @Test
  void wherever_the_worker_died_the_proof_counts_what_was_there() {
    Mortality counting = new Mortality(moment -> false);
    house.known(HANAMICHI);
    house.worker(counting).work(House.messages(ERASE));
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      House again = new House();
      again.known(HANAMICHI);
      Mortality mortality = new Mortality(m -> m == deadly);
      assertThatThrownBy(() -> again.worker(mortality).work(House.messages(ERASE)))
          .isInstanceOf(Death.class);
      again.work(ERASE);
      List<ErasureProof> proofs = again.stores.proofs().of(HANAMICHI.id());
      assertThat(proofs).as("died at %s", moment).hasSize(1);
      assertThat(proofs.getFirst().found()).containsEntry("purchases", 1);
      assertThat(proofs.getFirst().open()).isFalse();
    }
  }

  @Test
  void what_was_written_late_goes_a_day_later_and_is_added_to_the_proof() {
    house.known(HANAMICHI);
    house.work(ERASE);
    assertThat(house.stores.outbox().scheduled()).containsExactly(AGAIN);
    assertThat(house.stores.outbox().scheduledFor())
        .containsExactly(NOW.plus(Duration.ofHours(25)));
    order(CUSTOMER);
    house.stores.clock().advance(Duration.ofHours(25));
    house.work(AGAIN);
    assertThat(house.holdings(HANAMICHI)).allMatch(List::isEmpty);
    assertThat(onlyProof().found()).containsEntry("purchases", 2).containsEntry("links", 1);
  }

  @Test
  void an_erasure_that_line_held_up_for_longer_than_a_day_still_leaves_neither_account_nor_menu() {
    House heldUp = heldUp();
    heldUp.stores.friends().down(true);
    assertThat(heldUp.work(AGAIN)).as("tried again like everything else").isNotEmpty();
    heldUp.stores.friends().down(false);
    heldUp.work(AGAIN, ERASE);
    assertThat(heldUp.holdings(HANAMICHI)).allMatch(List::isEmpty);
    assertThat(heldUp.menu(HANA).orElseThrow().linked()).isFalse();
    assertThat(heldUp.stores.proofs().of(HANAMICHI.id()))
        .singleElement()
        .satisfies(proof -> assertThat(proof.open()).isFalse())
        .satisfies(
            proof ->
                assertThat(proof.found()).containsEntry("links", 1).containsEntry("recipients", 1));
  }

  @Test
  void wherever_the_second_look_at_a_held_up_erasure_died_the_next_one_leaves_nothing() {
    Mortality counting = new Mortality(moment -> false);
    heldUp().worker(counting).work(House.messages(AGAIN));
    assertThat(counting.moments()).isGreaterThan(10);
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      House again = heldUp();
      Mortality mortality = new Mortality(m -> m == deadly);
      assertThatThrownBy(() -> again.worker(mortality).work(House.messages(AGAIN)))
          .isInstanceOf(Death.class);
      again.work(AGAIN, ERASE);
      assertThat(again.holdings(HANAMICHI)).as("died at %s", moment).allMatch(List::isEmpty);
      assertThat(again.menu(HANA).orElseThrow().linked()).isFalse();
      assertThat(again.stores.proofs().of(HANAMICHI.id()))
          .singleElement()
          .satisfies(proof -> assertThat(proof.open()).isFalse())
          .satisfies(proof -> assertThat(proof.found()).containsEntry("recipients", 1));
    }
  }

  @Test
  void who_links_anew_within_that_day_is_left_alone() {
    house.known(HANAMICHI);
    house.work(ERASE);
    house.stores.clock().advance(Duration.ofHours(1));
    house.link(HANAMICHI, CUSTOMER, HANA);
    order(CUSTOMER);
    house.work(AGAIN);
    assertThat(house.stores.purchases().of(HANAMICHI.id(), List.of(CUSTOMER))).isNotEmpty();
    assertThat(house.stores.links().customerOf(HANAMICHI.id(), HANA)).contains(CUSTOMER);
  }

  @Test
  void an_export_says_in_words_what_every_store_holds_and_is_kept_for_thirty_days() {
    house.known(HANAMICHI);
    house.work(new Chore.Export(HANAMICHI.id(), CUSTOMER, "9999"));
    DataExport export =
        house.stores.exports().of(HANAMICHI.id(), CUSTOMER).stream()
            .filter(e -> e.request().equals("9999"))
            .findFirst()
            .orElseThrow();
    assertThat(export.at()).isEqualTo(NOW);
    assertThat(export.sections())
        .extracting(DataExport.Section::store)
        .containsExactly(
            "recipients",
            "views",
            "purchases",
            "carts",
            "orders",
            "watches",
            "notices",
            "exports",
            "deliveries",
            "links");
    assertThat(export.sections().toString()).contains("LINE link", HANA.value());
    house.stores.clock().advance(DataExport.KEPT);
    assertThat(house.stores.exports().of(HANAMICHI.id(), CUSTOMER)).isEmpty();
  }

  @Test
  void an_export_that_is_written_after_a_merge_is_kept_under_the_number_that_was_kept() {
    house.known(HANAMICHI);
    house.work(MERGE);
    house.work(new Chore.Export(HANAMICHI.id(), CUSTOMER, "9999"));
    assertThat(house.stores.exports().of(HANAMICHI.id(), CUSTOMER)).isEmpty();
    assertThat(house.stores.exports().of(HANAMICHI.id(), KEPT))
        .anySatisfy(
            export -> {
              assertThat(export.request()).isEqualTo("9999");
              assertThat(export.sections().toString()).contains(HANA.value());
            });
  }

  @Test
  void of_whom_nobody_knows_anything_the_export_says_so() {
    house.work(new Chore.Export(KYOTO.id(), CUSTOMER, "1"));
    assertThat(house.stores.exports().of(KYOTO.id(), CUSTOMER))
        .singleElement()
        .satisfies(export -> assertThat(export.sections()).isEmpty());
  }

  @Test
  void a_merge_moves_everything_with_tag_and_menu() {
    house.known(HANAMICHI);
    house.work(MERGE);
    assertThat(house.stores.links().customerOf(HANAMICHI.id(), HANA)).contains(KEPT);
    assertThat(house.stores.purchases().of(HANAMICHI.id(), List.of(KEPT))).isNotEmpty();
    assertThat(house.stores.tags().tagged(HANAMICHI.id(), KEPT)).isTrue();
    assertThat(house.menu(HANA)).contains(new Menu(HANAMICHI.shop().settings().language(), true));
    for (PersonStore store : house.stores.holders()) {
      assertThat(store.data().export(HANAMICHI.id(), Person.of(CUSTOMER)))
          .as(store.name())
          .isEmpty();
    }
    assertThat(fate(CUSTOMER)).isEqualTo(new Fate.MergedInto(KEPT));
  }

  @Test
  void a_merge_of_two_who_are_linked_keeps_the_account_of_the_kept_one_and_resets_the_other() {
    house.link(HANAMICHI, CUSTOMER, HANA);
    house.link(HANAMICHI, KEPT, KEN);
    house.work(MERGE);
    assertThat(house.stores.links().customerOf(HANAMICHI.id(), KEN)).contains(KEPT);
    assertThat(house.stores.links().customerOf(HANAMICHI.id(), HANA)).isEmpty();
    assertThat(house.menu(HANA).orElseThrow().linked()).isFalse();
    assertThat(house.menu(KEN).orElseThrow().linked()).isTrue();
  }

  @Test
  void a_merge_twice_and_late_leaves_what_one_leaves_and_takes_stragglers_along_twice() {
    house.known(HANAMICHI);
    house.work(MERGE, MERGE);
    order(CUSTOMER);
    house.work(new Chore.Merge(HANAMICHI.id(), CUSTOMER, KEPT, true));
    assertThat(house.stores.links().customerOf(HANAMICHI.id(), HANA)).contains(KEPT);
    assertThat(house.stores.purchases().of(HANAMICHI.id(), List.of(CUSTOMER))).isEmpty();
    Chore again = new Chore.Merge(HANAMICHI.id(), CUSTOMER, KEPT, true);
    assertThat(house.stores.outbox().scheduled()).containsExactly(again, again);
    Instant now = house.stores.clock().instant();
    assertThat(house.stores.outbox().scheduledFor())
        .containsExactly(now.plus(Duration.ofMinutes(15)), now.plus(Duration.ofHours(25)));
  }

  @Test
  void a_deleted_customers_link_ends_with_its_menu() {
    house.known(HANAMICHI);
    house.work(DEPART);
    assertThat(house.stores.links().customerOf(HANAMICHI.id(), HANA)).isEmpty();
    assertThat(house.menu(HANA).orElseThrow().linked()).isFalse();
    house.work(DEPART);
    assertThat(house.stores.links().customerOf(HANAMICHI.id(), HANA)).isEmpty();
  }

  @Test
  void in_whatever_order_and_however_often_a_merge_and_its_deletion_are_told_the_link_stays() {
    List<List<Chore>> orders =
        List.of(
            List.of(MERGE, DEPART),
            List.of(DEPART, MERGE),
            List.of(DEPART, DEPART, MERGE, MERGE),
            List.of(MERGE, DEPART, MERGE, DEPART),
            List.of(DEPART, MERGE, DEPART));
    for (List<Chore> order : orders) {
      House again = new House();
      again.known(HANAMICHI);
      order.forEach(
          chore -> {
            again.work(chore);
            again.stores.clock().advance(Duration.ofHours(6));
          });
      assertThat(again.stores.links().customerOf(HANAMICHI.id(), HANA))
          .as(order.toString())
          .contains(KEPT);
      assertThat(again.menu(HANA).orElseThrow().linked()).isTrue();
      assertThat(again.stores.tags().tagged(HANAMICHI.id(), KEPT)).isTrue();
    }
  }

  @Test
  void an_account_that_was_linked_anew_between_a_deletion_and_its_late_merge_stays_there() {
    CustomerId other = new CustomerId(5);
    house.known(HANAMICHI);
    house.work(DEPART);
    house.link(HANAMICHI, other, HANA);
    house.work(MERGE);
    assertThat(house.stores.links().customerOf(HANAMICHI.id(), HANA)).contains(other);
  }

  @Test
  void wherever_the_worker_died_merging_again_brings_everything_over() {
    Mortality counting = new Mortality(moment -> false);
    house.known(HANAMICHI);
    house.worker(counting).work(House.messages(MERGE));
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      House again = new House();
      again.known(HANAMICHI);
      Mortality mortality = new Mortality(m -> m == deadly);
      assertThatThrownBy(() -> again.worker(mortality).work(House.messages(MERGE)))
          .isInstanceOf(Death.class);
      again.work(MERGE);
      assertThat(again.stores.links().customerOf(HANAMICHI.id(), HANA)).contains(KEPT);
      assertThat(again.stores.purchases().of(HANAMICHI.id(), List.of(KEPT))).isNotEmpty();
      assertThat(again.menu(HANA).orElseThrow().linked()).isTrue();
    }
  }

  @Test
  void who_was_merged_and_is_erased_leaves_no_trace_of_either_number()
      throws ReflectiveOperationException {
    house.known(HANAMICHI);
    house.work(MERGE);
    house.work(new Chore.Erase(HANAMICHI.id(), Person.of(KEPT), false));
    assertThat(Traces.of(house.stores.links(), CUSTOMER.toString(), KEPT.toString(), HANA.value()))
        .isEmpty();
    assertThat(fate(CUSTOMER)).isEqualTo(new Fate.Erased());
    assertThat(fate(KEPT)).isEqualTo(new Fate.Erased());
  }

  @Test
  void a_shop_that_removed_the_app_is_forgotten_piece_by_piece_with_proof() {
    uninstalled();
    for (int i = 0; i < 100; i++) {
      house.tables.forEach(table -> table.put(HANAMICHI.id(), "thing-" + table.name().length()));
      house.tables.getFirst().put(HANAMICHI.id(), "link-" + i);
      house.tables.getFirst().put(KYOTO.id(), "link-" + i);
    }
    int rounds = 0;
    house.work(ERASE_SHOP);
    while (house.stores.proofs().of(HANAMICHI.id()).getFirst().open()) {
      assertThat(house.stores.outbox().scheduled()).contains(ERASE_SHOP);
      house.stores.clock().advance(Duration.ofMinutes(2));
      house.work(ERASE_SHOP);
      rounds++;
    }
    assertThat(rounds).isPositive();
    assertThat(house.stores.shops().find(HANAMICHI.id())).isEmpty();
    assertThat(house.tables).allMatch(table -> table.of(HANAMICHI.id()).isEmpty());
    assertThat(house.tables.getFirst().of(KYOTO.id())).hasSize(100);
    ErasureProof proof = onlyProof();
    assertThat(proof.subject()).isEqualTo(ErasureProof.WHOLE_SHOP);
    assertThat(proof.found())
        .containsEntry("shops", 1)
        .containsEntry("links", 101)
        .containsEntry("runs", 1);
    assertThat(proof.position()).isEmpty();
  }

  @Test
  void a_forgotten_shops_credentials_are_gone_so_that_nothing_more_comes_in() {
    uninstalled();
    house.work(ERASE_SHOP);
    assertThat(house.stores.secrets().of(HANAMICHI.id()))
        .isInstanceOf(ShopSecrets.Lookup.Unknown.class);
    assertThat(house.stores.secrets().of(KYOTO.id())).isInstanceOf(ShopSecrets.Lookup.Found.class);
  }

  @Test
  void a_shop_that_has_the_app_is_never_forgotten() {
    house.tables.getFirst().put(HANAMICHI.id(), "link");
    house.work(ERASE_SHOP);
    assertThat(house.stores.shops().find(HANAMICHI.id())).isPresent();
    assertThat(house.tables.getFirst().of(HANAMICHI.id())).isNotEmpty();
    assertThat(house.stores.proofs().of(HANAMICHI.id())).isEmpty();
  }

  @Test
  void wherever_the_worker_died_forgetting_a_shop_goes_on_to_the_end() {
    for (int moment = 1; moment <= 12; moment++) {
      int deadly = moment;
      House again = new House();
      again
          .stores
          .shops()
          .save(again.stores.shops().find(HANAMICHI.id()).orElseThrow().uninstalled(NOW));
      again.tables.getFirst().put(HANAMICHI.id(), "link");
      Mortality mortality = new Mortality(m -> m == deadly);
      try {
        again.worker(mortality).work(House.messages(ERASE_SHOP));
      } catch (Death died) {
        again.work(ERASE_SHOP);
      }
      assertThat(again.stores.shops().find(HANAMICHI.id())).as("died at %s", moment).isEmpty();
      assertThat(again.tables.getFirst().of(HANAMICHI.id())).isEmpty();
      assertThat(again.stores.proofs().of(HANAMICHI.id()))
          .singleElement()
          .satisfies(proof -> assertThat(proof.open()).isFalse());
    }
  }

  /** A day after an erasure that LINE's silence stopped half way. */
  private static House heldUp() {
    House house = new House();
    house.known(HANAMICHI);
    house.work(new Chore.Reconcile(HANAMICHI.id(), Person.of(CUSTOMER)));
    house.stores.friends().down(true);
    house.work(ERASE);
    house.stores.friends().down(false);
    house.stores.clock().advance(Duration.ofHours(25));
    return house;
  }

  private void uninstalled() {
    Shop shop = house.stores.shops().find(HANAMICHI.id()).orElseThrow();
    house.stores.shops().save(shop.uninstalled(NOW));
  }

  private void order(CustomerId customer) {
    house
        .stores
        .purchases()
        .record(
            HANAMICHI.id(),
            new Purchase(
                new OrderId(2), customer, house.stores.clock().instant(), List.of(), false));
  }

  private Fate fate(CustomerId customer) {
    return house.stores.links().know(HANAMICHI.id(), List.of(customer)).get(customer).fate();
  }

  private ErasureProof onlyProof() {
    List<ErasureProof> proofs = house.stores.proofs().of(HANAMICHI.id());
    assertThat(proofs).hasSize(1);
    return proofs.getFirst();
  }
}
