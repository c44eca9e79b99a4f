package dev.musubi.core.shopping;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The statuses that something reached, each once and for ever. */
public record Milestones<S extends Enum<S>>(SortedMap<S, Milestone> reached) {

  public Milestones {
    reached = Collections.unmodifiableSortedMap(new TreeMap<>(reached));
  }

  public static <S extends Enum<S>> Milestones<S> none() {
    return new Milestones<>(new TreeMap<S, Milestone>());
  }

  /** The same with one more, unless it was reached before. */
  public Milestones<S> with(S status, Optional<Instant> at) {
    if (at.isEmpty() || reached.containsKey(status)) {
      return this;
    }
    SortedMap<S, Milestone> next = new TreeMap<>(reached);
    next.put(status, Milestone.reached(at.get()));
    return new Milestones<>(next);
  }

  /** The same with what is known of the same thing elsewhere; its own times stay. */
  public Milestones<S> with(Milestones<S> other) {
    SortedMap<S, Milestone> next = new TreeMap<>(reached);
    other.reached.forEach(
        (status, heard) ->
            next.merge(
                status,
                heard,
                (own, theirs) -> new Milestone(own.at(), own.handedOn() || theirs.handedOn())));
    return new Milestones<>(next);
  }

  /** The same with everything that was reached handed on. */
  public Milestones<S> handedOn() {
    SortedMap<S, Milestone> next = new TreeMap<>();
    reached.forEach((status, milestone) -> next.put(status, new Milestone(milestone.at(), true)));
    return new Milestones<>(next);
  }

  /** What was reached and not handed on yet, in the order of the statuses. */
  public List<Map.Entry<S, Instant>> open() {
    return reached.entrySet().stream()
        .filter(entry -> !entry.getValue().handedOn())
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().at()))
        .toList();
  }
}
