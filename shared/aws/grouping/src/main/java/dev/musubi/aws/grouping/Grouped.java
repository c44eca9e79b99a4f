package dev.musubi.aws.grouping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * One call for what several threads ask at the same time: whoever asks while a call is under way is
 * answered by the next one, together with the others who came meanwhile. Nobody waits for company,
 * and nobody is answered by a call that began before they asked.
 */
public final class Grouped<A, B> {

  private final Limit<A> limit;
  private final Predicate<RuntimeException> ofOne;
  private final ReentrantLock calling = new ReentrantLock();
  private final Deque<Waiting<A, B>> waiting = new ArrayDeque<>();

  /** A call takes at most so much, by the size of what is asked. */
  public record Limit<A>(int most, ToIntFunction<A> size) {}

  private record Waiting<A, B>(A asked, CompletableFuture<B> answer) {}

  /**
   * A failure that may be the fault {@code ofOne} of those who ask together is not the others':
   * each is then asked for by itself.
   */
  public Grouped(Limit<A> limit, Predicate<RuntimeException> ofOne) {
    this.limit = limit;
    this.ofOne = ofOne;
  }

  /**
   * Throws what the call threw; {@code together}, the same whoever asks, answers in the order of
   * what is asked.
   */
  public B ask(A asked, Function<List<A>, List<B>> together) {
    Waiting<A, B> mine = new Waiting<>(asked, new CompletableFuture<>());
    synchronized (waiting) {
      waiting.add(mine);
    }
    calling.lock();
    try {
      while (!mine.answer().isDone()) {
        call(next(), together);
      }
    } finally {
      calling.unlock();
    }
    try {
      return mine.answer().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** Those who came first, as many as fit; the first always does. */
  private List<Waiting<A, B>> next() {
    synchronized (waiting) {
      List<Waiting<A, B>> next = new ArrayList<>();
      int size = 0;
      do {
        Waiting<A, B> first = waiting.poll();
        next.add(first);
        size += limit.size().applyAsInt(first.asked());
      } while (!waiting.isEmpty()
          && size + limit.size().applyAsInt(waiting.peek().asked()) <= limit.most());
      return next;
    }
  }

  private void call(List<Waiting<A, B>> group, Function<List<A>, List<B>> together) {
    try {
      List<B> answers = together.apply(group.stream().map(Waiting::asked).toList());
      for (int at = 0; at < group.size(); at++) {
        group.get(at).answer().complete(answers.get(at));
      }
    } catch (RuntimeException e) {
      if (group.size() > 1 && ofOne.test(e)) {
        group.forEach(one -> call(List.of(one), together));
      } else {
        group.forEach(one -> one.answer().completeExceptionally(e));
      }
    } finally {
      group.forEach(one -> one.answer().completeExceptionally(unanswered()));
    }
  }

  private static IllegalStateException unanswered() {
    return new IllegalStateException("the call ended without an answer");
  }
}
