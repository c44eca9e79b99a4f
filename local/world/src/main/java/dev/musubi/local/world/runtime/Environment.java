package dev.musubi.local.world.runtime;

import dev.musubi.local.world.runtime.FunctionStats.State;
import dev.musubi.local.world.runtime.Invocation.Delivery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One execution environment: a process that asks for one invocation after the other.
 *
 * <p>It belongs to one {@link Pool}, and hears from its process through the {@link RuntimeApi}. A
 * process that ends, is killed or runs out of time fails the invocation that it held.
 */
final class Environment {
  /** What the owner of an environment needs to know. */
  interface Owner {
    /** The environment has nothing to do any more. */
    void free(Environment environment);

    /** The environment's process is no more. */
    void gone(Environment environment);
  }

  private final FunctionSpec function;
  private final String arn;
  private final Owner owner;
  private final InstantSource system;
  private final ScheduledExecutorService timer;
  private final long startedAt;
  private Optional<Process> process = Optional.empty();
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private Optional<CompletableFuture<Delivery>> asking = Optional.empty();
  private Optional<Invocation> current = Optional.empty();
  private Optional<InvocationResult> initError = Optional.empty();
  private ScheduledFuture<?> limit;
  private long initMs = -1;
  private boolean delivered;
  private boolean ended;

  Environment(
      FunctionSpec function,
      String arn,
      Owner owner,
      InstantSource system,
      ScheduledExecutorService timer) {
    this.function = function;
    this.arn = arn;
    this.owner = owner;
    this.system = system;
    this.timer = timer;
    this.startedAt = system.millis();
    this.limit = limit(Lambda.LONGEST_START, this::initTookTooLong);
  }

  /** The process that runs this environment was started. */
  void runs(Process started) {
    synchronized (this) {
      process = Optional.of(started);
    }
    started.onExit().thenAccept(exited -> exit("Runtime exited with " + ending(exited)));
  }

  private static String ending(Process exited) {
    var status = exited.exitValue();
    return status == 137 ? "error: signal: killed" : "error: exit status " + status;
  }

  /** Gives the environment something to do; the caller knows it to be free. */
  synchronized void assign(Invocation invocation) {
    current = Optional.of(invocation);
    delivered = false;
    if (ended) {
      invocation.fail("Runtime.ExitError", "Runtime exited");
      return;
    }
    deliver();
  }

  /** The process asks for its next invocation: answered as soon as there is one. */
  synchronized CompletableFuture<Delivery> next() {
    if (initMs < 0) {
      initMs = system.millis() - startedAt;
      limit.cancel(false);
      started.complete(null);
    }
    var answer = new CompletableFuture<Delivery>();
    asking = Optional.of(answer);
    deliver();
    return answer;
  }

  private void deliver() {
    if (asking.isEmpty() || current.isEmpty() || delivered) {
      return;
    }
    delivered = true;
    var held = current.orElseThrow();
    limit = limit(function.timeout(), () -> timeOut(held));
    var deadline = system.instant().plus(function.timeout());
    var answer = asking.orElseThrow();
    asking = Optional.empty();
    answer.complete(new Delivery(held, arn, deadline));
  }

  private ScheduledFuture<?> limit(Duration time, Runnable over) {
    return timer.schedule(over, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void initTookTooLong() {
    if (state() == State.STARTING) {
      kill();
    }
  }

  private void timeOut(Invocation late) {
    synchronized (this) {
      if (current.filter(late::equals).isEmpty()) {
        return;
      }
      take();
    }
    late.fail(
        "Sandbox.Timedout",
        "Task timed out after %d.00 seconds".formatted(function.timeout().toSeconds()));
    kill();
  }

  /** The process answered the invocation {@code requestId}; another one's answer is not heard. */
  boolean answer(String requestId, InvocationResult result) {
    Optional<Invocation> held;
    synchronized (this) {
      if (current.filter(now -> delivered && now.requestId().equals(requestId)).isEmpty()) {
        return false;
      }
      limit.cancel(false);
      held = take();
    }
    owner.free(this);
    held.ifPresent(done -> done.result().complete(result));
    return true;
  }

  /** The process could not be made ready; it ends by itself. */
  synchronized void initFailed(InvocationResult error) {
    initError = Optional.of(error);
  }

  private synchronized Optional<Invocation> take() {
    var held = current;
    current = Optional.empty();
    return held;
  }

  private void exit(String how) {
    Optional<Invocation> held;
    Optional<InvocationResult> why;
    synchronized (this) {
      ended = true;
      limit.cancel(false);
      held = take();
      why = initError;
    }
    started.complete(null);
    owner.gone(this);
    held.ifPresent(
        lost ->
            why.ifPresentOrElse(
                lost.result()::complete, () -> lost.fail("Runtime.ExitError", how)));
  }

  /** Ends the process as {@code kill -9} does; its invocation fails once it is gone. */
  OptionalLong kill() {
    var victim = process();
    victim.ifPresent(alive -> alive.toHandle().destroyForcibly());
    return victim.map(Process::pid).map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  synchronized Optional<Process> process() {
    return process;
  }

  /** Completes when the process first asks for something to do, or ends before. */
  CompletableFuture<Void> started() {
    return started;
  }

  synchronized OptionalLong initMs() {
    return initMs < 0 ? OptionalLong.empty() : OptionalLong.of(initMs);
  }

  synchronized State state() {
    if (initMs < 0) {
      return State.STARTING;
    }
    return current.isPresent() ? State.BUSY : State.IDLE;
  }
}
