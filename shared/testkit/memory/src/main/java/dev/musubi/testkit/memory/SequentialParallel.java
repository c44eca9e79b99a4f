package dev.musubi.testkit.memory;

import dev.musubi.core.sending.Parallel;
import java.util.List;
import java.util.function.Function;

/** One after the other, in order. */
public final class SequentialParallel implements Parallel {

  @Override
  public <A, B> List<B> map(List<A> in, Function<A, B> each) {
    return in.stream().map(each).toList();
  }
}
