package dev.musubi.testkit.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.sending.Parallel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Parallel} does. */
public abstract class ParallelContract {

  private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();

  protected abstract Parallel parallel();

  @Test
  void each_is_done_once_and_answers_are_in_the_order_of_the_questions() {
    AtomicInteger done = new AtomicInteger();

    assertThat(
            parallel()
                .map(
                    MANY,
                    n -> {
                      done.incrementAndGet();
                      return n * 2;
                    }))
        .isEqualTo(MANY.stream().map(n -> n * 2).toList());
    assertThat(done).hasValue(MANY.size());
  }

  @Test
  void a_failure_is_the_callers() {
    assertThatThrownBy(() -> parallel().map(MANY, n -> 1 / (n - 7)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void nothing_to_do_is_harmless() {
    assertThat(parallel().map(List.<Integer>of(), n -> n)).isEmpty();
  }
}
