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
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store that holds persons does for their rights, and how it keeps shops apart; each
 * test starts with an empty store.
 */
public abstract class PersonalDataContract<S extends PersonalData> {

  private static final Person BOTH = Person.of(HANA, HANAS);

  private Instant now;
  private S store;

  /** An empty store that reads the time from {@code clock}. */
  protected abstract S empty(InstantSource clock);

  /** Makes the store hold something about that person of that shop. */
  abstract void hold(S store, ShopId shop, CustomerId customer, LineUserId user);

  /** Whether what is held hangs on the customer, so that it moves with one. */
  boolean heldUnderTheCustomer() {
    return true;
  }

  @BeforeEach
  final void start() {
    now = NOON;
    store = empty(() -> now);
  }

  final S store() {
    return store;
  }

  final Instant now() {
    return now;
  }

  final void setNow(Instant to) {
    now = to;
  }

  @Test
  void of_a_person_nothing_is_held_at_first() {
    assertThat(store.export(SHOP, BOTH)).isEmpty();
  }

  @Test
  void what_is_held_about_a_person_can_be_read() {
    hold(store, SHOP, HANA, HANAS);
    assertThat(store.export(SHOP, BOTH))
        .isNotEmpty()
        .allSatisfy(
            holding -> {
              assertThat(holding.what()).isNotBlank();
              assertThat(holding.value()).isNotBlank();
            });
  }

  @Test
  void what_is_erased_is_gone_and_erasing_again_is_harmless() {
    hold(store, SHOP, HANA, HANAS);

    store.erase(SHOP, BOTH);
    assertThat(store.export(SHOP, BOTH)).isEmpty();

    store.erase(SHOP, BOTH);
    assertThat(store.export(SHOP, BOTH)).isEmpty();
  }

  @Test
  void erasing_leaves_everybody_else_alone() {
    hold(store, SHOP, HANA, HANAS);
    hold(store, SHOP, KEN, KENS);
    List<PersonalData.Holding> kens = store.export(SHOP, Person.of(KEN, KENS));

    store.erase(SHOP, BOTH);

    assertThat(store.export(SHOP, Person.of(KEN, KENS))).isNotEmpty().isEqualTo(kens);
  }

  @Test
  void two_shops_with_the_same_line_user_and_customer_number_never_see_each_others_data() {
    hold(store, SHOP, HANA, HANAS);
    assertThat(store.export(OTHER_SHOP, BOTH)).isEmpty();

    hold(store, OTHER_SHOP, HANA, HANAS);
    store.erase(SHOP, BOTH);
    assertThat(store.export(OTHER_SHOP, BOTH)).isNotEmpty();

    store.move(SHOP, HANA, KEN);
    assertThat(store.export(OTHER_SHOP, BOTH)).isNotEmpty();
    assertThat(store.export(OTHER_SHOP, Person.of(KEN))).isEmpty();
  }

  @Test
  void what_is_held_under_a_customer_moves_to_another_and_moving_again_is_harmless() {
    hold(store, SHOP, HANA, HANAS);
    List<PersonalData.Holding> before = store.export(SHOP, BOTH);

    store.move(SHOP, HANA, KEN);
    List<PersonalData.Holding> after = store.export(SHOP, Person.of(KEN, HANAS));
    store.move(SHOP, HANA, KEN);

    assertThat(after).hasSameSizeAs(before);
    assertThat(store.export(SHOP, Person.of(KEN, HANAS))).isEqualTo(after);
    assertThat(store.export(SHOP, Person.of(HANA))).isEmpty();
    assertThat(store.export(SHOP, Person.of(KEN)).isEmpty()).isEqualTo(!heldUnderTheCustomer());
  }

  @Test
  void moving_a_customer_onto_themselves_changes_nothing() {
    hold(store, SHOP, HANA, HANAS);
    List<PersonalData.Holding> before = store.export(SHOP, BOTH);

    store.move(SHOP, HANA, HANA);

    assertThat(store.export(SHOP, BOTH)).isEqualTo(before);
  }
}
