package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.DAY;
import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.HANAS;
import static dev.musubi.testkit.contracts.Sample.KENS;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.sending.Mark;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Recipients.Replaced;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Slot;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.TemplateVersion;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Recipients} does. */
public abstract class RecipientsContract extends PersonalDataContract<Recipients> {

  private static final Friendship FRIEND = new Friendship(Friendship.State.FRIEND, NOON);

  @Override
  final void hold(Recipients store, ShopId shop, CustomerId customer, LineUserId user) {
    store.replace(RecipientState.unknown(shop, user).heard(FRIEND));
  }

  @Override
  final boolean heldUnderTheCustomer() {
    return false;
  }

  @Test
  void who_is_not_stored_yet_is_unknown() {
    assertThat(store().find(SHOP, List.of(HANAS)))
        .containsEntry(HANAS, RecipientState.unknown(SHOP, HANAS));
  }

  @Test
  void a_hundred_users_are_found_with_one_call() {
    List<LineUserId> users = IntStream.rangeClosed(1, 100).mapToObj(Sample::user).toList();
    assertThat(store().find(SHOP, users)).containsOnlyKeys(users);
  }

  @Test
  void what_was_stored_is_read_back_whole_one_version_on() {
    RecipientState state = reserved();

    Replaced replaced = store().replace(state);

    RecipientState stored = state.with(new Version(1));
    assertThat(replaced).isEqualTo(new Replaced.Done(stored));
    assertThat(current()).isEqualTo(stored);
  }

  @Test
  void who_saw_an_older_version_loses_and_learns_what_stands_there() {
    RecipientState seen = current();
    store().replace(seen.heard(FRIEND));
    RecipientState winner = current();

    assertThat(store().replace(seen)).isEqualTo(new Replaced.Lost(winner));
    assertThat(current()).isEqualTo(winner);
  }

  @Test
  void who_saw_what_was_erased_since_loses_and_brings_nobody_back() {
    store().replace(current().heard(FRIEND));
    RecipientState seen = current();
    store().erase(SHOP, Person.of(HANAS));

    assertThat(store().replace(seen))
        .isEqualTo(new Replaced.Lost(RecipientState.unknown(SHOP, HANAS)));
    assertThat(store().export(SHOP, Person.of(HANAS))).isEmpty();
  }

  @Test
  void of_those_who_race_for_one_version_one_wins_and_the_others_see_it() {
    RecipientState seen = current();
    Callable<Replaced> racer = () -> store().replace(seen.heard(FRIEND));

    List<Replaced> results = Race.of(Collections.nCopies(8, racer));

    assertThat(results).filteredOn(Replaced.Done.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(Replaced.Lost.class::isInstance)
        .hasSize(7)
        .containsOnly(new Replaced.Lost(current()));
  }

  @Test
  void one_user_of_two_shops_is_two_recipients() {
    store().replace(current().heard(FRIEND));

    assertThat(store().find(OTHER_SHOP, List.of(HANAS)))
        .containsEntry(HANAS, RecipientState.unknown(OTHER_SHOP, HANAS));
  }

  private RecipientState current() {
    return store().find(SHOP, List.of(HANAS, KENS)).get(HANAS);
  }

  private static RecipientState reserved() {
    SendIntent intent = Sample.intent(SHOP, HANA, DAY, NOON);
    Composed content =
        new Composed(
            new TemplateVersion(Kind.BROWSE, Language.JA, 1),
            new TreeMap<>(Collections.singletonMap("shop", "ひので商店")),
            List.of(new TreeMap<>(Collections.singletonMap("price", "¥1,234"))));
    Mark.InFlight mark = Mark.InFlight.first(0, HANAS, content, NOON);
    return RecipientState.unknown(SHOP, HANAS)
        .heard(FRIEND)
        .wishing(Wishes.NONE.with(new ChatCommand.Prefer(Kind.BROWSE, true), NOON, ZoneOffset.UTC))
        .reserve(intent, mark, new Slot(Kind.BROWSE, intent.id(), NOON, DAY));
  }
}
