package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.sending.Parallel;
import dev.musubi.testkit.contracts.ParallelContract;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest extends ParallelContract {

  @Override
  protected Parallel parallel() {
    return new VirtualThreads(8);
  }

  @Test
  void as_many_as_allowed_run_at_once_and_never_more() {
    CountDownLatch together = new CountDownLatch(3);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger peak = new AtomicInteger();
    List<Integer> numbers = IntStream.range(0, 30).boxed().toList();
    new VirtualThreads(3)
        .map(
            numbers,
            n -> {
              peak.accumulateAndGet(running.incrementAndGet(), Math::max);
              together.countDown();
              boolean met = await(together);
              running.decrementAndGet();
              return met;
            })
        .forEach(met -> assertThat(met).isTrue());
    assertThat(peak).hasValue(3);
  }

  @Test
  void a_failure_is_thrown_once_the_others_are_done() {
    AtomicInteger done = new AtomicInteger();
    assertThatThrownBy(
            () ->
                new VirtualThreads(2)
                    .map(
                        List.of(1, 0, 2),
                        n -> {
                          int share = 10 / n;
                          done.incrementAndGet();
                          return share;
                        }))
        .isInstanceOf(ArithmeticException.class);
    assertThat(done).hasValue(2);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
