package dev.musubi.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.plan.Deed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people do makes sense, and is decided by the seed alone. */
class PersonTest {

  private static final Instant NOW = Instant.parse("2026-03-27T00:00:00Z");

  @Test
  void the_same_seed_does_the_same() {
    assertThat(deeds(7, 300)).isEqualTo(deeds(7, 300)).isNotEqualTo(deeds(8, 300));
  }

  @Test
  void nobody_unlinks_twice_without_linking_in_between() {
    for (int seed = 0; seed < 50; seed++) {
      boolean linked = true;
      for (Deed deed : deeds(seed, 400)) {
        boolean ends = deed instanceof Deed.Unlink || deed instanceof Deed.UnlinkAtShop;
        assertThat(ends && !linked).as("%s of who is not linked", deed).isFalse();
        linked = !ends && (linked || deed instanceof Deed.Confirm);
      }
    }
  }

  @Test
  void who_asked_to_be_forgotten_does_nothing_any_more() {
    List<Deed> deeds = deeds(3, 2_000);
    assertThat(deeds.getLast()).isInstanceOf(Deed.Redact.class);
    assertThat(deeds).filteredOn(Deed.Redact.class::isInstance).hasSize(1);
  }

  @Test
  void everything_that_can_be_done_is_done_by_somebody() {
    assertThat(everybodys())
        .extracting(deed -> (Object) deed.getClass())
        .contains(
            Deed.View.class,
            Deed.Buy.class,
            Deed.Follow.class,
            Deed.Block.class,
            Deed.Prefer.class,
            Deed.Confirm.class,
            Deed.Unlink.class,
            Deed.UnlinkAtShop.class,
            Deed.Redact.class);
  }

  private static List<Deed> everybodys() {
    return IntStream.range(0, 50).mapToObj(seed -> deeds(seed, 400)).flatMap(List::stream).toList();
  }

  private static List<Deed> deeds(long seed, int most) {
    Person person = new Person(0, 1, "c0-1", Chance.of(seed));
    List<Deed> deeds = new ArrayList<>();
    IntStream.range(0, most)
        .mapToObj(i -> person.next(NOW))
        .flatMap(Optional::stream)
        .forEach(
            deed -> {
              person.did(deed);
              deeds.add(deed);
            });
    return deeds;
  }
}
