package dev.musubi.local.world.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JournalTest {
  private final Journal journal = new Journal("test");

  private void write(int times) {
    IntStream.range(0, times).forEach(n -> journal.write(JsonNodeFactory.instance.objectNode()));
  }

  @Test
  void entries_are_numbered_and_a_reader_gets_only_what_is_new() {
    write(3);
    Journal.Page page = journal.newest(1, 10);
    assertThat(page.entries()).extracting(Journal.Entry::number).containsExactly(2L, 3L);
    assertThat(page.entries().getFirst().fields().path("n").asLong()).isEqualTo(2);
    assertThat(journal.newest(3, 10).entries()).isEmpty();
  }

  @Test
  void a_reader_that_comes_late_gets_the_newest_it_asks_for() {
    write(100);
    assertThat(journal.newest(0, 5).entries())
        .extracting(Journal.Entry::number)
        .containsExactly(96L, 97L, 98L, 99L, 100L);
  }

  @Test
  void the_oldest_are_forgotten_once_there_are_too_many() {
    write(20_005);
    assertThat(journal.newest(0, 30_000).entries()).hasSize(20_000);
    assertThat(journal.last()).isEqualTo(20_005);
  }

  @Test
  @Timeout(30)
  void a_new_beginning_is_another_era_for_which_nobody_waits() throws InterruptedException {
    write(2);
    String before = journal.era();
    journal.clear();
    assertThat(journal.era()).isNotEqualTo(before);
    assertThat(journal.newest(0, 10).entries()).isEmpty();
    journal.await(before, 2, Duration.ofHours(1));
    write(1);
    journal.await(journal.era(), 0, Duration.ofHours(1));
    assertThat(journal.last()).isEqualTo(1);
  }
}
