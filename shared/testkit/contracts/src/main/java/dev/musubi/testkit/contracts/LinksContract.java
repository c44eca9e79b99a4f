package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.HANAS;
import static dev.musubi.testkit.contracts.Sample.KEN;
import static dev.musubi.testkit.contracts.Sample.KENS;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Fate;
import dev.musubi.core.people.Known;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.LinkOutcome;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.PastTie;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Links} does. */
public abstract class LinksContract extends PersonalDataContract<Links> {

  private int nonces;

  @Override
  final void hold(Links store, ShopId shop, CustomerId customer, LineUserId user) {
    Nonce nonce = open(shop, customer);
    store.complete(shop, nonce, user, "event-of-" + shop + customer, now());
  }

  @Test
  void a_confirmed_attempt_ties_both_sides() {
    LinkOutcome outcome = complete(open(SHOP, HANA), HANAS, "event-1");

    Link link = link(HANA);
    assertThat(outcome).isEqualTo(new LinkOutcome.Linked(link, List.of()));
    assertThat(link.current()).contains(new Tie(HANAS, NOON, EntryRoute.GREETING));
    assertThat(store().customerOf(SHOP, HANAS)).contains(HANA);
  }

  @Test
  void who_never_linked_is_absent() {
    assertThat(store().find(SHOP, List.of(HANA, KEN))).isEmpty();
    assertThat(store().customerOf(SHOP, HANAS)).isEmpty();
  }

  @Test
  void a_hundred_customers_are_found_with_one_call() {
    List<CustomerId> customers = IntStream.rangeClosed(1, 100).mapToObj(CustomerId::new).toList();
    complete(open(SHOP, customers.get(99)), HANAS, "event-1");

    assertThat(store().find(SHOP, customers)).containsOnlyKeys(customers.get(99));
  }

  @Test
  void the_same_event_again_is_harmless() {
    Nonce nonce = open(SHOP, HANA);
    complete(nonce, HANAS, "event-1");

    assertThat(complete(nonce, HANAS, "event-1")).isEqualTo(new LinkOutcome.Repeated(link(HANA)));
    assertThat(link(HANA).history()).isEmpty();
  }

  @Test
  void a_repeated_event_does_not_tie_again_what_was_ended_since() {
    Nonce nonce = open(SHOP, HANA);
    complete(nonce, HANAS, "event-1");
    store().end(link(HANA), now());

    complete(nonce, HANAS, "event-1");

    assertThat(link(HANA).current()).isEmpty();
  }

  @Test
  void the_same_confirmation_ten_times_at_once_has_one_effect() {
    Nonce nonce = open(SHOP, HANA);
    Callable<LinkOutcome> racer = () -> complete(nonce, HANAS, "event-1");

    List<LinkOutcome> outcomes = Race.of(Collections.nCopies(10, racer));

    assertThat(outcomes).filteredOn(LinkOutcome.Linked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(LinkOutcome.Repeated.class::isInstance).hasSize(9);
    assertThat(link(HANA).history()).isEmpty();
  }

  @Test
  void a_nonce_is_good_once() {
    Nonce nonce = open(SHOP, HANA);
    complete(nonce, HANAS, "event-1");

    assertThat(complete(nonce, KENS, "event-2")).isEqualTo(new LinkOutcome.NoSuchNonce());
    assertThat(store().customerOf(SHOP, KENS)).isEmpty();
  }

  @Test
  void of_two_users_who_come_with_one_nonce_one_wins() {
    Nonce nonce = open(SHOP, HANA);
    List<LinkOutcome> outcomes =
        Race.of(
            List.of(
                () -> complete(nonce, HANAS, "event-1"), () -> complete(nonce, KENS, "event-2")));

    assertThat(outcomes).filteredOn(LinkOutcome.Linked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(LinkOutcome.NoSuchNonce.class::isInstance).hasSize(1);
    assertBothSidesAgree(HANA, KEN);
  }

  @Test
  void an_expired_nonce_is_none() {
    Nonce nonce = open(SHOP, HANA);
    setNow(NOON.plusSeconds(600));

    assertThat(complete(nonce, HANAS, "event-1")).isEqualTo(new LinkOutcome.NoSuchNonce());
  }

  @Test
  void another_shops_nonce_is_none_and_stays_good_there() {
    Nonce nonce = open(OTHER_SHOP, HANA);

    assertThat(complete(nonce, HANAS, "event-1")).isEqualTo(new LinkOutcome.NoSuchNonce());
    assertThat(store().complete(OTHER_SHOP, nonce, HANAS, "event-1", now()))
        .isInstanceOf(LinkOutcome.Linked.class);
  }

  @Test
  void an_invented_nonce_is_none() {
    assertThat(complete(Nonce.of(new byte[32]), HANAS, "event-1"))
        .isEqualTo(new LinkOutcome.NoSuchNonce());
  }

  @Test
  void a_customer_who_links_another_account_moves_with_history() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    setNow(NOON.plusSeconds(60));
    LinkOutcome outcome = complete(open(SHOP, HANA), KENS, "event-2");

    Link link = link(HANA);
    assertThat(outcome).isEqualTo(new LinkOutcome.Linked(link, List.of(Person.of(HANAS))));
    assertThat(link.tiedTo(KENS)).isTrue();
    assertThat(link.history())
        .containsExactly(new Tie(HANAS, NOON, EntryRoute.GREETING).ended(NOON.plusSeconds(60)));
    assertThat(store().customerOf(SHOP, HANAS)).isEmpty();
  }

  @Test
  void an_account_that_another_customer_links_leaves_the_first_one() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    LinkOutcome outcome = complete(open(SHOP, KEN), HANAS, "event-2");

    assertThat(outcome).isEqualTo(new LinkOutcome.Linked(link(KEN), List.of(Person.of(HANA))));
    assertThat(link(HANA).current()).isEmpty();
    assertThat(link(HANA).history()).hasSize(1);
    assertThat(store().customerOf(SHOP, HANAS)).contains(KEN);
  }

  @Test
  void linking_what_is_linked_already_changes_no_history() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    setNow(NOON.plusSeconds(60));
    LinkOutcome outcome = complete(open(SHOP, HANA), HANAS, "event-2");

    assertThat(outcome).isEqualTo(new LinkOutcome.Linked(link(HANA), List.of()));
    assertThat(link(HANA).current()).contains(new Tie(HANAS, NOON, EntryRoute.GREETING));
    assertThat(link(HANA).history()).isEmpty();
  }

  @Test
  void when_two_customers_race_for_one_account_one_has_it_and_both_items_agree() {
    Nonce hanas = open(SHOP, HANA);
    Nonce kens = open(SHOP, KEN);

    Race.of(
        List.of(() -> complete(hanas, HANAS, "event-1"), () -> complete(kens, HANAS, "event-2")));

    CustomerId winner = store().customerOf(SHOP, HANAS).orElseThrow();
    CustomerId loser = winner.equals(HANA) ? KEN : HANA;
    assertThat(link(winner).tiedTo(HANAS)).isTrue();
    assertThat(link(loser).current()).isEmpty();
  }

  @Test
  void however_customers_and_accounts_race_both_sides_agree_in_the_end() {
    List<Callable<LinkOutcome>> racers = new ArrayList<>();
    for (CustomerId customer : List.of(HANA, KEN)) {
      for (LineUserId user : List.of(HANAS, KENS)) {
        Nonce nonce = open(SHOP, customer);
        String event = "event-" + racers.size();
        racers.add(() -> complete(nonce, user, event));
      }
    }
    assertThat(Race.of(racers)).allMatch(LinkOutcome.Linked.class::isInstance);
    assertBothSidesAgree(HANA, KEN);
  }

  @Test
  void an_ended_tie_is_history_on_both_sides() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    Link seen = link(HANA);

    assertThat(store().end(seen, NOON.plusSeconds(5))).isEqualTo(Saved.DONE);

    assertThat(link(HANA).current()).isEmpty();
    assertThat(link(HANA).history()).hasSize(1);
    assertThat(store().customerOf(SHOP, HANAS)).isEmpty();
  }

  @Test
  void who_ends_what_was_changed_since_loses() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    Link seen = link(HANA);
    complete(open(SHOP, HANA), KENS, "event-2");

    assertThat(store().end(seen, now())).isEqualTo(Saved.LOST);
    assertThat(link(HANA).tiedTo(KENS)).isTrue();
  }

  @Test
  void a_merged_customer_takes_the_link_over() {
    complete(open(SHOP, HANA), HANAS, "event-1");

    store().move(SHOP, HANA, KEN);

    assertThat(store().customerOf(SHOP, HANAS)).contains(KEN);
    assertThat(link(KEN).tiedTo(HANAS)).isTrue();
    assertThat(store().find(SHOP, List.of(HANA))).isEmpty();
  }

  @Test
  void a_merged_customer_who_is_linked_keeps_the_own_account_and_the_other_one_is_history() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    complete(open(SHOP, KEN), KENS, "event-2");

    store().move(SHOP, HANA, KEN);

    assertThat(link(KEN).tiedTo(KENS)).isTrue();
    assertThat(link(KEN).history()).extracting(past -> past.tie().lineUser()).contains(HANAS);
    assertThat(store().customerOf(SHOP, HANAS)).isEmpty();
    assertThat(store().customerOf(SHOP, KENS)).contains(KEN);
  }

  @Test
  void an_attempt_that_is_under_way_moves_with_the_customer() {
    Nonce nonce = open(SHOP, HANA);
    store().move(SHOP, HANA, KEN);

    complete(nonce, HANAS, "event-1");
    assertThat(store().customerOf(SHOP, HANAS)).contains(KEN);
  }

  @Test
  void an_erased_customers_attempt_is_void() {
    Nonce nonce = open(SHOP, HANA);
    store().erase(SHOP, Person.of(HANA));

    assertThat(complete(nonce, HANAS, "event-1")).isEqualTo(new LinkOutcome.NoSuchNonce());
  }

  @Test
  void an_erased_customer_is_gone_from_the_accounts_side_too() {
    complete(open(SHOP, HANA), KENS, "event-1");
    complete(open(SHOP, HANA), HANAS, "event-2");

    store().erase(SHOP, Person.of(HANA));

    assertThat(store().customerOf(SHOP, HANAS)).isEmpty();
    assertThat(store().export(SHOP, Person.of(HANAS))).isEmpty();
    assertThat(store().export(SHOP, Person.of(KENS))).isEmpty();
  }

  @Test
  void who_had_an_account_before_does_not_read_whose_the_former_customer_is_now() {
    complete(open(SHOP, KEN), HANAS, "event-1");
    complete(open(SHOP, HANA), HANAS, "event-2");
    complete(open(SHOP, KEN), KENS, "event-3");

    assertThat(store().export(SHOP, Person.of(HANA, HANAS)))
        .extracting(PersonalData.Holding::value)
        .noneMatch(value -> value.contains(KENS.value()))
        .anyMatch(value -> value.contains(HANAS.value()) && value.contains("customer " + KEN))
        .anyMatch(value -> value.contains(HANAS.value()) && value.contains("customer " + HANA));
  }

  @Test
  void an_erased_account_is_gone_from_every_customer_it_was_tied_to() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    complete(open(SHOP, KEN), HANAS, "event-2");

    store().erase(SHOP, Person.of(HANAS));

    assertThat(store().find(SHOP, List.of(HANA, KEN))).isEmpty();
    assertThat(store().customerOf(SHOP, HANAS)).isEmpty();
  }

  @Test
  void of_a_number_that_nobody_erased_or_merged_it_is_known_that_it_stands() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    assertThat(store().know(SHOP, List.of(HANA, KEN)))
        .containsEntry(HANA, new Known(link(HANA), new Fate.Stands()))
        .containsEntry(KEN, new Known(Link.none(SHOP, KEN), new Fate.Stands()));
  }

  @Test
  void who_was_buried_is_known_as_erased_for_thirty_days_in_that_shop_alone() {
    String hash = store().bury(SHOP, Person.of(HANA, HANAS), NOON, this::entropy);
    assertThat(hash).matches("[0-9a-f]{64}").doesNotContain(HANA.toString());
    assertThat(store().hash(SHOP, HANA)).contains(hash);
    assertThat(store().hash(SHOP, KEN)).isPresent().isNotEqualTo(store().hash(SHOP, HANA));
    assertThat(fate(HANA)).isEqualTo(new Fate.Erased());
    assertThat(fate(KEN)).isEqualTo(new Fate.Stands());
    assertThat(store().erased(SHOP, HANAS)).contains(NOON);
    assertThat(store().erased(SHOP, KENS)).isEmpty();
    assertThat(store().erased(OTHER_SHOP, HANAS)).isEmpty();
    assertThat(store().know(OTHER_SHOP, List.of(HANA)).get(HANA).fate())
        .isEqualTo(new Fate.Stands());
    setNow(NOON.plus(Links.REMEMBERED));
    assertThat(fate(HANA)).isEqualTo(new Fate.Stands());
    assertThat(store().erased(SHOP, HANAS)).isEmpty();
  }

  @Test
  void a_shop_that_never_erased_anybody_has_no_hashes() {
    assertThat(store().hash(SHOP, HANA)).isEmpty();
    assertThat(store().erased(SHOP, HANAS)).isEmpty();
  }

  @Test
  void the_hash_of_a_person_is_the_same_at_every_erasure() {
    String first = store().bury(SHOP, Person.of(HANA), NOON, this::entropy);
    assertThat(store().bury(SHOP, Person.of(HANA), NOON, this::entropy)).isEqualTo(first);
  }

  @Test
  void who_links_anew_after_an_erasure_stands_again_and_a_link_of_before_does_not_count() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    store().bury(SHOP, Person.of(HANA), NOON.plusSeconds(1), this::entropy);
    assertThat(fate(HANA)).isEqualTo(new Fate.Erased());
    setNow(NOON.plusSeconds(2));
    complete(open(SHOP, HANA), KENS, "event-2");
    assertThat(fate(HANA)).isEqualTo(new Fate.Stands());
  }

  @Test
  void a_merged_number_leads_to_who_was_kept_also_over_two_merges_and_without_any_link() {
    CustomerId third = new CustomerId(3);
    store().move(SHOP, HANA, KEN);
    assertThat(fate(HANA)).isEqualTo(new Fate.MergedInto(KEN));
    store().move(SHOP, KEN, third);
    assertThat(fate(HANA)).isEqualTo(new Fate.MergedInto(third));
    assertThat(fate(KEN)).isEqualTo(new Fate.MergedInto(third));
    assertThat(store().find(SHOP, List.of(HANA, KEN, third))).isEmpty();
    setNow(NOON.plus(Links.REMEMBERED).plusSeconds(1));
    assertThat(fate(HANA)).isEqualTo(new Fate.Stands());
  }

  @Test
  void with_who_was_kept_the_merged_numbers_are_erased_too() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    store().move(SHOP, HANA, KEN);
    store().bury(SHOP, Person.of(KEN), now(), this::entropy);
    store().erase(SHOP, Person.of(KEN, HANAS));
    assertThat(fate(HANA)).isEqualTo(new Fate.Erased());
    assertThat(fate(KEN)).isEqualTo(new Fate.Erased());
  }

  @Test
  void a_link_that_a_deletion_ended_comes_back_with_the_merge() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    store().end(link(HANA), NOON.plusSeconds(5), PastTie.End.CUSTOMER_DELETED);
    assertThat(store().customerOf(SHOP, HANAS)).isEmpty();
    store().move(SHOP, HANA, KEN);
    assertThat(store().customerOf(SHOP, HANAS)).contains(KEN);
    assertThat(link(KEN).current()).contains(new Tie(HANAS, NOON, EntryRoute.GREETING));
    assertThat(link(KEN).history()).isEmpty();
  }

  @Test
  void a_link_that_the_person_ended_does_not_come_back_with_a_merge() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    store().end(link(HANA), NOON.plusSeconds(5));
    store().move(SHOP, HANA, KEN);
    assertThat(store().customerOf(SHOP, HANAS)).isEmpty();
    assertThat(link(KEN).history()).hasSize(1);
  }

  @Test
  void nor_does_one_whose_account_or_customer_is_tied_anew_since() {
    complete(open(SHOP, HANA), HANAS, "event-1");
    store().end(link(HANA), NOON.plusSeconds(5), PastTie.End.CUSTOMER_DELETED);
    CustomerId other = new CustomerId(3);
    complete(open(SHOP, other), HANAS, "event-2");
    complete(open(SHOP, KEN), KENS, "event-3");
    store().move(SHOP, HANA, KEN);
    assertThat(store().customerOf(SHOP, HANAS)).contains(other);
    assertThat(store().customerOf(SHOP, KENS)).contains(KEN);
  }

  private byte[] entropy(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) ++nonces);
    return bytes;
  }

  private Fate fate(CustomerId customer) {
    return store().know(SHOP, List.of(customer)).get(customer).fate();
  }

  private Nonce open(ShopId shop, CustomerId customer) {
    byte[] bytes = new byte[Nonce.BYTES];
    Arrays.fill(bytes, (byte) ++nonces);
    Nonce nonce = Nonce.of(bytes);
    store()
        .open(
            new LinkAttempt(
                shop, nonce.hash(), customer, EntryRoute.GREETING, now().plusSeconds(600)));
    return nonce;
  }

  private LinkOutcome complete(Nonce nonce, LineUserId user, String event) {
    return store().complete(SHOP, nonce, user, event, now());
  }

  private Link link(CustomerId customer) {
    return store().find(SHOP, List.of(customer)).get(customer);
  }

  private void assertBothSidesAgree(CustomerId... customers) {
    for (LineUserId user : List.of(HANAS, KENS)) {
      List<CustomerId> tied =
          Arrays.stream(customers)
              .filter(customer -> store().find(SHOP, List.of(customer)).containsKey(customer))
              .filter(customer -> link(customer).tiedTo(user))
              .toList();
      assertThat(store().customerOf(SHOP, user).stream().toList()).isEqualTo(tied);
    }
  }
}
