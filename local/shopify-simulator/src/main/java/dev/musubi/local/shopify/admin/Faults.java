package dev.musubi.local.shopify.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * The faults that are planned for calls of the Admin GraphQL API; the only place with chance in it.
 */
final class Faults {
  private final List<Plan> plans = new ArrayList<>();

  private record Plan(Fault fault, BooleanSupplier strikes) {}

  synchronized void plan(Fault fault, HowOften howOften) {
    plans.add(
        new Plan(
            fault,
            switch (howOften) {
              case HowOften.Times(int count) -> countdown(count);
              case HowOften.Rate(double rate, long seed) -> share(rate, seed);
            }));
  }

  private static BooleanSupplier countdown(int count) {
    int[] left = {count};
    return () -> left[0]-- > 0;
  }

  private static BooleanSupplier share(double rate, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return () -> random.nextDouble() < rate;
  }

  /** What befalls the next call: the first planned fault that strikes. */
  synchronized Optional<Fault> next() {
    return plans.stream()
        .filter(plan -> plan.strikes().getAsBoolean())
        .map(Plan::fault)
        .findFirst();
  }

  synchronized void clear() {
    plans.clear();
  }
}
