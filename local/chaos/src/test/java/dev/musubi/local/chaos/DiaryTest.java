package dev.musubi.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The history tells what is sure, and leaves open what is not. */
class DiaryTest {

  private static final Instant NOW = Instant.parse("2026-03-27T00:00:00Z");
  private static final Act BLOCK = new Act("a1", NOW, 0, new Deed.Block(4));

  @Test
  void an_act_without_an_answer_never_settles() {
    Diary diary = new Diary(() -> NOW);
    diary.acted(BLOCK);
    diary.settled();
    assertThat(diary.history(List.of()).facts()).containsExactly(new Fact.Acted(NOW, BLOCK));
  }

  @Test
  void what_was_answered_settles_once_nothing_is_on_its_way() {
    Diary diary = new Diary(() -> NOW);
    diary.acted(BLOCK);
    diary.told(BLOCK);
    diary.settled();
    diary.settled();
    assertThat(diary.history(List.of()).facts())
        .containsExactly(
            new Fact.Acted(NOW, BLOCK),
            new Fact.Told(NOW, BLOCK, true),
            new Fact.Settled(NOW, BLOCK));
  }

  @Test
  void what_LINE_took_meanwhile_stands_where_its_time_is() {
    Diary diary = new Diary(() -> NOW);
    diary.acted(BLOCK);
    Fact earlier = new Fact.Intended(NOW.minusSeconds(1), 0, 4, "BROWSE", "2026-03-27", "send");
    assertThat(diary.history(List.of(earlier)).facts()).startsWith(earlier);
  }
}
