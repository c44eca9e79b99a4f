package dev.musubi.local.simulation.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Everything that a seed decides: shops, what people and merchants do and when, and the storms.
 * {@code perils} are, if given, the only ones that may strike.
 */
public record Plan(
    long seed,
    Instant start,
    Instant end,
    List<ShopPlan> shops,
    List<Act> acts,
    List<Storm> storms,
    Optional<SortedSet<String>> perils) {

  /** How long after the last act and the last storm everything has to come to rest. */
  public static final Duration REST = Duration.ofHours(80);

  public Plan {
    Objects.requireNonNull(start, "'start' must not be null");
    Objects.requireNonNull(end, "'end' must not be null");
    shops = List.copyOf(shops);
    acts = List.copyOf(acts);
    storms = List.copyOf(storms);
    perils = perils.map(TreeSet::new);
  }

  public Plan withActs(List<Act> fewer) {
    return new Plan(seed, start, end, shops, fewer, storms, perils);
  }

  public Plan withStorms(List<Storm> fewer) {
    return new Plan(seed, start, end, shops, acts, fewer, perils);
  }

  public Plan withPerils(List<String> only) {
    return new Plan(seed, start, end, shops, acts, storms, Optional.of(new TreeSet<>(only)));
  }

  public Plan without(Predicate<Act> act) {
    List<Act> rest = new ArrayList<>(acts);
    rest.removeIf(act);
    return withActs(rest);
  }

  public Instant rested() {
    return end.plus(REST);
  }

  public boolean calm(Instant from, Instant to) {
    return storms.stream().noneMatch(s -> s.from().isBefore(to) && s.until().isAfter(from));
  }
}
