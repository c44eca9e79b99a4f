package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.DAY;
import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.KEN;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shopping.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} does; the clock stands at a whole minute. */
public abstract class OutboxContract {

  private static final SendIntent INTENT = Sample.intent(SHOP, HANA, DAY, NOON);

  private Outbox outbox;

  /** An outbox with empty queues and no schedules. */
  protected abstract Outbox empty(InstantSource clock);

  /** Everything that is queued, in any order. */
  protected abstract List<Work> queued();

  /** Everything that is scheduled, once for each schedule. */
  protected abstract List<Scheduled> scheduled();

  /** What operators find. */
  protected abstract List<SendIntent> parked();

  /** Work and the minute it is scheduled for. */
  public record Scheduled(Instant minute, Work work) {}

  @BeforeEach
  final void start() {
    outbox = empty(() -> NOON);
  }

  @Test
  void every_sort_of_work_arrives_as_it_was_handed_in() {
    List<Work> work =
        List.of(
            INTENT,
            new RunShard(new RunId(SHOP, Kind.BROWSE, DAY), 3),
            new Chore.Reconcile(SHOP, Person.of(HANA)),
            new Chore.Erase(SHOP, Person.of(HANA, Sample.HANAS), false),
            new Chore.SetUp(SHOP),
            new Chore.Refresh(SHOP, List.of(new ProductId(101))));
    outbox.now(work);

    assertThat(queued()).containsExactlyInAnyOrderElementsOf(work);
  }

  @Test
  void more_than_one_batch_arrives_whole() {
    List<Work> work = new ArrayList<>();
    for (int day = 0; day < 23; day++) {
      work.add(Sample.intent(SHOP, HANA, DAY.plusDays(day), NOON));
    }
    outbox.now(work);

    assertThat(queued()).containsExactlyInAnyOrderElementsOf(work);
  }

  @Test
  void handing_in_nothing_is_harmless() {
    outbox.now(List.of());
    assertThat(queued()).isEmpty();
  }

  @Test
  void work_is_scheduled_for_its_minute_or_the_next_whole_one() {
    outbox.at(NOON.plus(Duration.ofHours(1)), INTENT);
    outbox.at(NOON.plus(Duration.ofHours(2)).plusSeconds(1), INTENT);

    assertThat(scheduled())
        .containsExactlyInAnyOrder(
            new Scheduled(NOON.plus(Duration.ofHours(1)), INTENT),
            new Scheduled(NOON.plus(Duration.ofMinutes(121)), INTENT));
    assertThat(queued()).isEmpty();
  }

  @Test
  void work_is_never_scheduled_sooner_than_the_shortest_delay() {
    outbox.at(NOON.minusSeconds(60), INTENT);

    assertThat(scheduled())
        .containsExactly(new Scheduled(NOON.plus(Outbox.SHORTEST_DELAY), INTENT));
  }

  @Test
  void the_same_work_for_the_same_minute_is_scheduled_once() {
    Instant due = NOON.plus(Duration.ofHours(1));
    outbox.at(due, INTENT);
    outbox.at(due, INTENT);
    outbox.at(due, Sample.intent(SHOP, KEN, DAY, NOON));
    outbox.at(due, new Chore.Reconcile(SHOP, Person.of(HANA)));
    outbox.at(due, new Chore.Reconcile(SHOP, Person.of(KEN)));

    assertThat(scheduled()).hasSize(4);
  }

  @Test
  void what_two_waves_decided_on_is_scheduled_for_each_of_them() {
    Instant due = NOON.plus(Duration.ofHours(1));
    SendIntent first = Sample.restocked(NOON);
    SendIntent second = Sample.restocked(NOON.plusSeconds(1800));
    outbox.at(due, first);
    outbox.at(due, second);

    assertThat(scheduled())
        .containsExactlyInAnyOrder(new Scheduled(due, first), new Scheduled(due, second));
  }

  @Test
  void a_parked_intent_is_where_operators_find_it_and_nowhere_else() {
    outbox.park(INTENT);

    assertThat(parked()).containsExactly(INTENT);
    assertThat(queued()).isEmpty();
    assertThat(scheduled()).isEmpty();
  }
}
