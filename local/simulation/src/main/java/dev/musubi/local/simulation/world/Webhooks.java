package dev.musubi.local.simulation.world;

import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Peril;
import dev.musubi.local.simulation.plan.Storm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Tells the shop of what happened as both platforms do: after a while, in no order, again until it
 * was answered with 200, and now and then once more.
 */
final class Webhooks {

  private static final int MOST_ATTEMPTS = 9;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Ground ground;

  Webhooks(Ground ground) {
    this.ground = ground;
  }

  /** {@code door} answers the status of one delivery. */
  void tell(Act act, Storm.Target target, String function, IntSupplier door) {
    Fate fate = ground.fate();
    Cause cause = new Cause(act, ground.history());
    boolean late = fate.strikes(target, Peril.WEBHOOK_LATE, act.id(), 0.3);
    Duration most = late ? Duration.ofMinutes(50) : Duration.ofMillis(1500);
    Duration delay = fate.between("webhook " + act.id(), Duration.ofMillis(100), most);
    ground.agenda().after(delay, () -> deliver(act, target, function, door, cause, 1));
    if (fate.strikes(target, Peril.WEBHOOK_TWICE, act.id(), 0.8)) {
      Duration again =
          fate.between("second webhook " + act.id(), Duration.ZERO, Duration.ofMinutes(90));
      ground.agenda().after(delay.plus(again), () -> door(act, function, door, cause, 100));
    }
  }

  private void deliver(
      Act act, Storm.Target target, String function, IntSupplier door, Cause cause, int attempt) {
    boolean taken = door(act, function, door, cause, attempt);
    boolean unseen =
        ground
            .fate()
            .strikes(target, Peril.WEBHOOK_ANSWER_LOST, act.id() + ", delivery " + attempt, 0.2);
    if ((!taken || unseen) && attempt < MOST_ATTEMPTS) {
      Duration pause = Duration.ofSeconds(20).multipliedBy(1L << (attempt - 1));
      ground.agenda().after(pause, () -> deliver(act, target, function, door, cause, attempt + 1));
    }
  }

  private boolean door(Act act, String function, IntSupplier door, Cause cause, int attempt) {
    cause.begin();
    Optional<Integer> status =
        ground
            .perils()
            .run(
                function,
                function + " with " + act.id() + ", delivery " + attempt,
                TIMEOUT,
                List.of(cause),
                door::getAsInt);
    boolean taken = status.filter(code -> code == 200).isPresent();
    if (taken) {
      cause.told();
    }
    cause.end();
    return taken;
  }
}
