package dev.musubi.local.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The faults that are on, and which call they hit: the same calls for the same seed. */
final class Faults {
  private final List<Active> active = new ArrayList<>();

  synchronized void add(FaultKind kind, FaultAmount amount, long seed) {
    active.add(
        switch (amount) {
          case FaultAmount.Count count -> new Active(kind, 1, count.calls(), generator(seed));
          case FaultAmount.Rate rate ->
              new Active(kind, rate.share(), Integer.MAX_VALUE, generator(seed));
        });
  }

  synchronized void clear() {
    active.clear();
  }

  /** The fault that hits this call, if any; the oldest first. */
  synchronized Optional<FaultKind> next() {
    for (var fault : active) {
      if (fault.left > 0 && fault.generator.nextDouble() < fault.share) {
        fault.left--;
        return Optional.of(fault.kind);
      }
    }
    return Optional.empty();
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static final class Active {
    private final FaultKind kind;
    private final double share;
    private final RandomGenerator generator;
    private int left;

    private Active(FaultKind kind, double share, int left, RandomGenerator generator) {
      this.kind = kind;
      this.share = share;
      this.left = left;
      this.generator = generator;
    }
  }
}
