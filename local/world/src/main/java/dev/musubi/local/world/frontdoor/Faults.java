package dev.musubi.local.world.frontdoor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The faults that functions' AWS calls run into. The world's own calls are spared, and so are
 * deliveries of schedules.
 */
public final class Faults {
  private final List<Plan> plans = new ArrayList<>();

  private static final class Plan {
    private final String service;
    private final Fault fault;
    private final double rate;
    private final SplittableRandom dice;
    private long left;

    Plan(String service, Fault fault, long left, double rate, long seed) {
      this.service = service;
      this.fault = fault;
      this.left = left;
      this.rate = rate;
      this.dice = new SplittableRandom(seed);
    }

    boolean strikes(String called) {
      if (left == 0 || !service.equals(called) || dice.nextDouble() >= rate) {
        return false;
      }
      left--;
      return true;
    }
  }

  /** The next {@code count} calls to {@code service} fail so. */
  public synchronized void next(String service, Fault fault, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("'count' must be at least 1");
    }
    plans.add(new Plan(known(service), fault, count, 1, 0));
  }

  /** The share {@code rate} of calls to {@code service} fails so; which ones hangs on the seed. */
  public synchronized void share(String service, Fault fault, double rate, long seed) {
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException("'rate' must be above 0 and at most 1");
    }
    plans.add(new Plan(known(service), fault, Long.MAX_VALUE, rate, seed));
  }

  /** Ends all faults. */
  public synchronized void clear() {
    plans.clear();
  }

  synchronized Optional<Fault> strike(String service) {
    Optional<Fault> fault =
        plans.stream().filter(p -> p.strikes(service)).map(p -> p.fault).findFirst();
    plans.removeIf(p -> p.left == 0);
    return fault;
  }

  private static String known(String service) {
    return Dialect.of(service)
        .map(Dialect::service)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'target' must be dynamodb, sqs, scheduler or ssm for an AWS call"));
  }
}
