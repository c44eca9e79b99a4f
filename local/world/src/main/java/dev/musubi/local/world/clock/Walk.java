package dev.musubi.local.world.clock;

import dev.musubi.local.world.clock.Agenda.Due;
import dev.musubi.local.world.clock.Agenda.Fired;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the world through its time, on one thread of its own: what falls due happens at real speed,
 * and a walk goes forward through everything due on the way, one step at a time, each after the
 * world has become idle.
 *
 * <p>Walks queue one behind another and go on when nobody waits for their answer any more. A step
 * that is not idle after 60 s ends its walk with {@link StillBusy}.
 */
public final class Walk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
  private static final Duration STEP_LIMIT = Duration.ofSeconds(60);

  /**
   * An agenda need not tell of an earlier entry: it is read again after this time at the latest.
   */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final WorldClock clock;
  private final Busy busy;
  private final List<Agenda> agendas;
  private final Duration stepLimit;
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean open = true;

  /** Starts the world's time over {@code agendas}. */
  public Walk(WorldClock clock, Busy busy, List<Agenda> agendas) {
    this(clock, busy, agendas, STEP_LIMIT);
  }

  Walk(WorldClock clock, Busy busy, List<Agenda> agendas, Duration stepLimit) {
    this.clock = clock;
    this.busy = busy;
    this.agendas = List.copyOf(agendas);
    this.stepLimit = stepLimit;
    this.thread = Thread.ofPlatform().name("world time").daemon().start(this::live);
  }

  /** Where a walk ended, and what happened on the way, in order. */
  public record Walked(Instant now, List<Fired> fired) {
    public Walked {
      fired = List.copyOf(fired);
    }
  }

  /** An idle world: its time, and what waits for a later one, in order. */
  public record Idle(Instant now, List<Due> later) {
    public Idle {
      later = List.copyOf(later);
    }
  }

  /**
   * Walks to {@code to}, that instant included. The answer fails with an {@link
   * IllegalArgumentException} when it has passed, and with {@link StillBusy}.
   */
  public CompletableFuture<Walked> to(Instant to) {
    return queue(now -> to);
  }

  /** Walks forward {@code by} so much from where the clock stands when the walk's turn comes. */
  public CompletableFuture<Walked> by(Duration by) {
    return queue(now -> now.plus(by));
  }

  /**
   * Waits until the world is idle.
   *
   * @throws StillBusy if it is not within {@code limit}
   * @throws InterruptedException if the waiting thread is
   */
  public Idle idle(Duration limit) throws InterruptedException {
    busy.requireIdle(limit);
    return new Idle(
        clock.instant(),
        agendas.stream()
            .flatMap(agenda -> agenda.next().stream())
            .sorted(Comparator.comparing(Due::at))
            .toList());
  }

  private CompletableFuture<Walked> queue(Function<Instant, Instant> target) {
    var answer = new CompletableFuture<Walked>();
    tasks.add(
        () -> {
          try {
            answer.complete(walk(target.apply(clock.instant())));
          } catch (InterruptedException stopped) {
            answer.completeExceptionally(stopped);
            thread.interrupt();
          } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
          }
        });
    return answer;
  }

  private Walked walk(Instant to) throws InterruptedException {
    var now = clock.instant();
    if (to.isBefore(now)) {
      throw new IllegalArgumentException(
          "the clock never goes back: it is %s, asked for was %s".formatted(now, to));
    }
    var fired = new ArrayList<Fired>();
    busy.requireIdle(stepLimit);
    for (var at = due(to); at.isPresent(); at = due(to)) {
      clock.forwardTo(at.get());
      fired.addAll(fire(at.get()));
      busy.requireIdle(stepLimit);
    }
    clock.forwardTo(to);
    return new Walked(clock.instant(), fired);
  }

  private List<Fired> fire(Instant at) {
    return agendas.stream().flatMap(agenda -> agenda.fire(at).stream()).toList();
  }

  private Optional<Instant> due() {
    return agendas.stream()
        .flatMap(agenda -> agenda.next().stream())
        .map(Due::at)
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> due(Instant limit) {
    return due().filter(at -> !at.isAfter(limit));
  }

  private void live() {
    while (open) {
      try {
        var task = tasks.poll(untilNext().toNanos(), TimeUnit.NANOSECONDS);
        if (task != null) {
          task.run();
        }
        due(clock.instant()).ifPresent(this::fire);
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failed) {
        LOG.error("What was due could not be done", failed);
      }
    }
  }

  private Duration untilNext() {
    return due()
        .map(at -> Duration.between(clock.instant(), at))
        .filter(left -> left.compareTo(LOOK_AGAIN) < 0)
        .orElse(LOOK_AGAIN);
  }

  /** Ends the world's time; a walk under way fails. */
  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
