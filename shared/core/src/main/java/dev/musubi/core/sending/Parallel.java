package dev.musubi.core.sending;

import java.util.List;
import java.util.function.Function;

/** Port: does the same to many things, some at a time; answers in their order. */
public interface Parallel {

  <A, B> List<B> map(List<A> in, Function<A, B> each);
}
