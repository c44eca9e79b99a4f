package dev.musubi.local.world.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TellerTest {
  private final Queue<String> failed = new ConcurrentLinkedQueue<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  @Test
  void what_could_not_be_told_is_heard_of_and_the_next_is_told() throws InterruptedException {
    try (Teller teller = new Teller(failure -> failed.add(failure.getMessage()))) {
      teller.later(
          () -> {
            throw new IllegalStateException("no such shop");
          });
      teller.later(over::countDown);

      assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(failed).containsExactly("no such shop");
    }
  }

  @Test
  void what_the_end_interrupts_is_never_heard_of() throws InterruptedException {
    Thread[] narrator = new Thread[1];
    Teller teller = new Teller(failure -> failed.add(failure.getMessage()));
    teller.later(
        () -> {
          narrator[0] = Thread.currentThread();
          begun.countDown();
          waitUntilInterrupted();
        });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    teller.close();
    teller.later(() -> failed.add("told after the end"));
    narrator[0].join(TimeUnit.SECONDS.toMillis(10));

    assertThat(narrator[0].isAlive()).isFalse();
    assertThat(failed).isEmpty();
  }

  private void waitUntilInterrupted() {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
