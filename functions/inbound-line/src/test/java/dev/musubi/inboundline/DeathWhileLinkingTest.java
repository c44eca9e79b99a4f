package dev.musubi.inboundline;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Work;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The worker dies before or after any single call, and the queue delivers the event again. */
class DeathWhileLinkingTest {

  private static final CustomerId MOTHER = new CustomerId(8);

  @Test
  void an_unlink_ends_the_link_and_takes_off_tag_and_menu_wherever_the_worker_died() {
    everyDeath(
        room -> room.linked(HANAMICHI, HANA, CUSTOMER),
        room -> Room.messages(HANAMICHI, Room.postback(HANA, 60, "musubi:unlink")),
        room -> {
          assertThat(room.linked(HANAMICHI, HANA)).isEmpty();
          assertThat(room.link(HANAMICHI).history()).hasSize(1);
          assertThat(chores(room)).anyMatch(chore -> isAbout(chore, CUSTOMER, HANA));
        });
  }

  @Test
  void a_confirmation_links_and_sets_tag_and_menu_wherever_the_worker_died() {
    everyDeath(
        room -> room.opened(HANAMICHI, 1, CUSTOMER),
        room -> Room.messages(HANAMICHI, Room.confirmed(HANA, 60, Room.nonce(1).value())),
        room -> {
          assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
          assertThat(room.link(HANAMICHI).history()).isEmpty();
          assertThat(chores(room)).anyMatch(chore -> isAbout(chore, CUSTOMER, HANA));
        });
  }

  @Test
  void who_lost_the_link_to_the_confirmation_is_set_right_wherever_the_worker_died() {
    everyDeath(
        room -> {
          room.linked(HANAMICHI, KEN, CUSTOMER);
          room.linked(HANAMICHI, HANA, MOTHER);
          room.opened(HANAMICHI, 1, CUSTOMER);
        },
        room -> Room.messages(HANAMICHI, Room.confirmed(HANA, 60, Room.nonce(1).value())),
        room -> {
          assertThat(room.linked(HANAMICHI, HANA)).contains(CUSTOMER);
          assertThat(room.linked(HANAMICHI, KEN)).isEmpty();
          assertThat(chores(room)).anyMatch(chore -> isAbout(chore, CUSTOMER, HANA));
          assertThat(chores(room))
              .as("the menu of the former account")
              .anyMatch(chore -> chore.person().lineUser().filter(KEN::equals).isPresent());
          assertThat(chores(room))
              .as("the tag of the former customer")
              .anyMatch(chore -> chore.person().customer().filter(MOTHER::equals).isPresent());
        });
  }

  private static void everyDeath(
      Consumer<Room> given, Function<Room, SQSEvent> event, Consumer<Room> then) {
    Room unharmed = new Room();
    given.accept(unharmed);
    Mortality counting = new Mortality(moment -> false);
    unharmed.worker(counting).work(event.apply(unharmed));
    then.accept(unharmed);
    assertThat(counting.moments()).isGreaterThan(8);
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      Room room = new Room();
      given.accept(room);
      SQSEvent delivered = event.apply(room);
      assertThatThrownBy(() -> room.worker(new Mortality(m -> m == deadly)).work(delivered))
          .isInstanceOf(Death.class);
      room.stores.clock().advance(Duration.ofMinutes(2));
      assertThat(room.hear(delivered)).isEmpty();
      then.accept(room);
    }
  }

  private static List<Chore.Reconcile> chores(Room room) {
    List<Work> all = new ArrayList<>(room.stores.outbox().queued());
    all.addAll(room.stores.outbox().scheduled());
    return all.stream().map(Chore.Reconcile.class::cast).toList();
  }

  private static boolean isAbout(Chore.Reconcile chore, CustomerId customer, LineUserId user) {
    return chore.person().equals(new Person(Optional.of(customer), Optional.of(user)));
  }
}
