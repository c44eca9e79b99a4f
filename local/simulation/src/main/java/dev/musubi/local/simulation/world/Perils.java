package dev.musubi.local.simulation.world;

import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.local.simulation.engine.Agenda;
import dev.musubi.local.simulation.history.History;
import dev.musubi.local.simulation.plan.Peril;
import dev.musubi.local.simulation.plan.Storm;
import dev.musubi.testkit.memory.Death;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the functions, and stands between them and every port: processes die before and after a
 * call, stall in it, get no answer, or lose it after the effect.
 */
public final class Perils {

  /** The part of a storm's rate at which a process dies before a call, and after it. */
  private static final double DEADLY = 0.25;

  private static final Duration LONGEST_STALL = Duration.ofSeconds(40);

  /** Between reserving and asking LINE nobody outlives the lease. */
  private static final Duration SHORT_STALL = Duration.ofSeconds(12);

  private final Agenda agenda;
  private final Fate fate;
  private final History history;
  private final Coverage coverage;
  private final StaleReads stale;
  private final Landmarks landmarks;
  private Optional<Invocation> current = Optional.empty();

  Perils(Agenda agenda, Fate fate, History history, Coverage coverage, Landmarks landmarks) {
    this.agenda = agenda;
    this.fate = fate;
    this.history = history;
    this.coverage = coverage;
    this.stale = new StaleReads(agenda.clock());
    this.landmarks = landmarks;
  }

  /** What a port stands for, by who fails when it fails. */
  enum Behind {
    STORE,
    QUEUES,
    LINE,
    SHOPIFY,
    SECRETS,
    NOTHING
  }

  Optional<Invocation> current() {
    return current;
  }

  /** Runs a function; empty if the process died, or failed, before it could answer. */
  <T> Optional<T> run(
      String function, String name, Duration timeout, List<Cause> causes, Supplier<T> work) {
    Optional<Invocation> outer = current;
    Invocation mine = new Invocation(function, name, agenda.now().plus(timeout), causes);
    current = Optional.of(mine);
    try {
      return Optional.of(work.get());
    } catch (Death death) {
      history.noted(() -> function + " is gone: " + death.getMessage());
      return Optional.empty();
    } catch (Unreachable | UncheckedIOException failure) {
      history.noted(() -> function + " fails: " + failure.getMessage());
      return Optional.empty();
    } finally {
      current = outer;
    }
  }

  /** Time goes by for the function that is running; past its timeout it is killed. */
  void pass(Duration time) {
    Optional<Invocation> mine = current;
    current = Optional.empty();
    try {
      agenda.pass(time);
    } finally {
      current = mine;
    }
    mine.filter(invocation -> agenda.now().isAfter(invocation.deadline))
        .ifPresent(
            late -> {
              throw new Death("it ran into its timeout");
            });
  }

  <P> P over(Class<P> port, Behind behind, P real) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) ->
                current.isEmpty()
                    ? invoke(real, method, arguments)
                    : call(port, behind, real, method, arguments));
    return port.cast(proxy);
  }

  private Object call(Class<?> port, Behind behind, Object real, Method method, Object[] arguments)
      throws Throwable {
    Invocation invocation = current.orElseThrow();
    int number = invocation.nextCall();
    Supplier<String> words =
        () ->
            port.getSimpleName()
                + "."
                + method.getName()
                + " by "
                + invocation.name
                + ", call "
                + number;
    history.traced(words);
    if (calm(behind)) {
      return effect(real, method, arguments);
    }
    String where = words.get();
    String point = invocation.function + " " + port.getSimpleName() + "." + method.getName();
    long ofMillion = Math.round(fate.rate(Storm.Target.PROCESSES) * DEADLY * 1_000);
    if (ofMillion > 0) {
      coverage.met("death before " + point, ofMillion);
      coverage.met("death after " + point, ofMillion);
    }
    if (strikes(Storm.Target.PROCESSES, Peril.STALL, where, 0.5)) {
      Duration most = behind == Behind.NOTHING ? SHORT_STALL : LONGEST_STALL;
      pass(fate.between("stall " + where, Duration.ZERO, most));
    }
    die(Peril.DEATH_BEFORE, where, "death before " + point);
    Optional<Object> instead = instead(behind, where, method, arguments);
    if (instead.isPresent()) {
      return instead.get();
    }
    Object answer = effect(real, method, arguments);
    die(Peril.DEATH_AFTER, where, "death after " + point);
    if (behind == Behind.STORE || behind == Behind.QUEUES) {
      lost(behind, Peril.STORE_ANSWER_LOST, where);
    }
    return answer;
  }

  private boolean calm(Behind behind) {
    return fate.rate(Storm.Target.PROCESSES) == 0
        && fate.rate(Storm.Target.INDEXES) == 0
        && fate.rate(target(behind)) == 0;
  }

  private Object effect(Object real, Method method, Object[] arguments) throws Throwable {
    Object answer = invoke(real, method, arguments);
    landmarks.answered(answer);
    return stale.remember(method, arguments, answer);
  }

  /** What the caller gets although nothing has taken place; or it gets an exception. */
  private Optional<Object> instead(Behind behind, String where, Method method, Object[] arguments) {
    switch (behind) {
      case STORE, QUEUES -> lost(behind, Peril.STORE_FAILS, where);
      case SHOPIFY -> unanswered(Storm.Target.SHOPIFY, Peril.SHOPIFY_ERROR, where);
      case LINE -> unanswered(Storm.Target.LINE, Peril.LINE_ERROR, where);
      case SECRETS -> {
        if (strikes(Storm.Target.STORES, Peril.SECRETS_BUSY, where, 0.3)) {
          return Optional.of(new ShopSecrets.Lookup.Busy());
        }
      }
      case NOTHING -> {}
    }
    Optional<Object> former = stale.former(method, arguments);
    return former.isPresent()
            && (strikes(target(behind), Peril.STALE_READ, where, 0.5)
                || strikes(Storm.Target.INDEXES, Peril.STALE_READ, where, 0.5))
        ? former
        : Optional.empty();
  }

  private void die(Peril peril, String where, String point) {
    if (strikes(Storm.Target.PROCESSES, peril, where, DEADLY)) {
      coverage.reached(point);
      throw new Death(peril.words() + " " + where);
    }
  }

  private void lost(Behind behind, Peril peril, String where) {
    if (strikes(target(behind), peril, where, 0.3)) {
      throw new Unreachable(where);
    }
  }

  private void unanswered(Storm.Target target, Peril peril, String where) {
    if (strikes(target, peril, where, 0.7)) {
      throw new UncheckedIOException(new IOException(where));
    }
  }

  private boolean strikes(Storm.Target target, Peril peril, String where, double share) {
    return fate.strikes(target, peril, where, share);
  }

  private static Storm.Target target(Behind behind) {
    return switch (behind) {
      case STORE, SECRETS -> Storm.Target.STORES;
      case QUEUES -> Storm.Target.QUEUES;
      case LINE -> Storm.Target.LINE;
      case SHOPIFY -> Storm.Target.SHOPIFY;
      case NOTHING -> Storm.Target.PROCESSES;
    };
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
