package dev.musubi.aws.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupedTest {

  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<List<Integer>> calls = new CopyOnWriteArrayList<>();
  private final Map<Integer, String> answers = new ConcurrentHashMap<>();

  /** Asks for a number of its own size; a call takes ten in all. */
  private final Grouped<Integer, String> grouped =
      new Grouped<>(
          new Grouped.Limit<>(10, size -> size), IllegalArgumentException.class::isInstance);

  @Test
  void who_is_alone_is_asked_for_at_once_and_alone() {
    goOn.countDown();
    assertThat(grouped.ask(1, this::call)).isEqualTo("answer to 1");
    assertThat(grouped.ask(2, this::call)).isEqualTo("answer to 2");
    assertThat(calls).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void who_asks_while_a_call_is_under_way_is_answered_by_the_next_as_many_as_fit()
      throws Exception {
    asked(1, 2, 3, 4, 5);
    assertThat(calls).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5));
    assertThat(answers).hasSize(5).containsEntry(2, "answer to 2").containsEntry(5, "answer to 5");
  }

  @Test
  void what_is_too_large_for_any_call_is_asked_for_by_itself() throws Exception {
    asked(1, 12, 2);
    assertThat(calls).containsExactly(List.of(1), List.of(12), List.of(2));
    assertThat(answers).hasSize(3);
  }

  @Test
  void a_fault_that_may_be_of_one_alone_is_not_the_others() throws Exception {
    asked(1, 2, -3, 4);
    assertThat(calls)
        .containsExactly(List.of(1), List.of(2, -3, 4), List.of(2), List.of(-3), List.of(4));
    assertThat(answers)
        .containsEntry(2, "answer to 2")
        .containsEntry(-3, "negative")
        .containsEntry(4, "answer to 4");
  }

  @Test
  void a_failure_of_the_call_is_everybodys_and_is_not_repeated_for_each() throws Exception {
    asked(1, 2, 0, 4);
    assertThat(calls).containsExactly(List.of(1), List.of(2, 0, 4));
    assertThat(answers).containsEntry(2, "down").containsEntry(0, "down").containsEntry(4, "down");
  }

  @Test
  void after_a_failure_the_next_is_asked_for_anew() {
    goOn.countDown();
    assertThatThrownBy(() -> grouped.ask(0, this::call)).isInstanceOf(IllegalStateException.class);
    assertThat(grouped.ask(3, this::call)).isEqualTo("answer to 3");
  }

  @Test
  void a_call_that_dies_of_an_error_leaves_nobody_waiting() {
    goOn.countDown();
    assertThatThrownBy(() -> grouped.ask(99, this::call)).isInstanceOf(AssertionError.class);
    assertThat(grouped.ask(3, this::call)).isEqualTo("answer to 3");
  }

  private List<String> call(List<Integer> sizes) {
    calls.add(sizes);
    called.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (sizes.contains(99)) {
      throw new AssertionError("as if memory were full");
    }
    if (sizes.contains(0)) {
      throw new IllegalStateException("down");
    }
    if (sizes.stream().anyMatch(size -> size < 0)) {
      throw new IllegalArgumentException("negative");
    }
    return sizes.stream().map(size -> "answer to " + size).toList();
  }

  /** The first is under way when the others come, one after the other. */
  private void asked(int first, int... others) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    threads.add(asking(first));
    called.await();
    for (int other : others) {
      Thread thread = asking(other);
      threads.add(thread);
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    goOn.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private Thread asking(int size) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                answers.put(size, grouped.ask(size, this::call));
              } catch (RuntimeException e) {
                answers.put(size, e.getMessage());
              }
            });
  }
}
