package dev.musubi.local.world.runtime;

import dev.musubi.local.world.runtime.FunctionStats.State;
import dev.musubi.local.world.runtime.InvocationResult.Failed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The environments of one function: started when first needed, reused while they live, at most as
 * many as the function may have; what finds none free waits its turn.
 */
final class Pool implements Environment.Owner {
  private final FunctionSpec function;
  private final Function<Environment.Owner, Environment> starter;
  private final List<Environment> all = new ArrayList<>();
  private final Deque<Environment> free = new ArrayDeque<>();
  private final Deque<Invocation> waiting = new ArrayDeque<>();
  private OptionalLong lastInitMs = OptionalLong.empty();
  private int starts;
  private long invocations;
  private long errors;
  private boolean open = true;

  Pool(FunctionSpec function, Function<Environment.Owner, Environment> starter) {
    this.function = function;
    this.starter = starter;
  }

  FunctionSpec function() {
    return function;
  }

  synchronized void submit(Invocation invocation) {
    invocations++;
    invocation
        .result()
        .whenComplete(
            (result, failure) -> {
              if (!(result instanceof InvocationResult.Answered)) {
                failed();
              }
            });
    if (!open) {
      invocation.fail("Runtime.ExitError", "the world has ended");
      return;
    }
    waiting.add(invocation);
    dispatch();
  }

  /** Starts an environment before there is anything for it to do, if none runs. */
  synchronized CompletableFuture<Void> warm() {
    if (open && all.isEmpty()) {
      starts++;
      var environment = starter.apply(this);
      all.add(environment);
      free.push(environment);
    }
    return all.isEmpty() ? CompletableFuture.completedFuture(null) : all.getFirst().started();
  }

  private synchronized void failed() {
    errors++;
  }

  private void dispatch() {
    while (!waiting.isEmpty()) {
      if (!free.isEmpty()) {
        free.pop().assign(waiting.remove());
      } else if (all.size() < function.environments()) {
        start(waiting.remove());
      } else {
        return;
      }
    }
  }

  private void start(Invocation first) {
    starts++;
    try {
      var environment = starter.apply(this);
      all.add(environment);
      environment.assign(first);
    } catch (RuntimeException cause) {
      first.result().complete(Failed.of("Runtime.InvalidEntrypoint", cause.getMessage()));
    }
  }

  @Override
  public synchronized void free(Environment environment) {
    lastInitMs = environment.initMs();
    if (all.contains(environment)) {
      free.push(environment);
      dispatch();
    }
  }

  @Override
  public synchronized void gone(Environment environment) {
    all.remove(environment);
    free.remove(environment);
    dispatch();
  }

  /** Kills every process of the function and tells which they were. */
  synchronized List<Long> kill() {
    free.clear();
    return all.stream().map(Environment::kill).flatMapToLong(OptionalLong::stream).boxed().toList();
  }

  /** Kills like {@link #kill} and starts nothing any more. */
  synchronized void close() {
    open = false;
    List.copyOf(waiting).forEach(left -> left.fail("Runtime.ExitError", "the world has ended"));
    waiting.clear();
    kill();
  }

  synchronized FunctionStats stats() {
    var processes = all.stream().flatMap(environment -> environment.process().stream()).toList();
    var resident = processes.stream().map(ResidentMemory::of).flatMapToLong(OptionalLong::stream);
    return new FunctionStats(
        function.name(),
        processes.stream().mapToLong(Process::pid).reduce((earlier, later) -> later),
        all.stream().map(Environment::state).max(Comparator.naturalOrder()).orElse(State.NONE),
        starts,
        lastInitMs,
        invocations,
        errors,
        resident.reduce(Long::sum));
  }
}
