package dev.musubi.core.shopping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A variant that somebody waits for: what it is, since when it is in stock, how far the line has
 * been told of it, and the waves of which not every message is settled yet, oldest first.
 */
public record Restock(
    VariantFacts facts, Availability availability, Optional<Telling> telling, List<Wave> waves) {

  /** Stock must last this long before anybody is told: a correction of a minute tells nobody. */
  public static final Duration HOLD = Duration.ofMinutes(30);

  /** The time from one wave to the next. */
  public static final Duration PAUSE = Duration.ofMinutes(30);

  public Restock {
    Objects.requireNonNull(facts, "'facts' must not be null");
    Objects.requireNonNull(availability, "'availability' must not be null");
    Objects.requireNonNull(telling, "'telling' must not be null");
    waves = List.copyOf(waves);
  }

  /** A variant as it is first heard of. */
  public static Restock of(VariantFacts facts) {
    return new Restock(facts, Availability.UNKNOWN, Optional.empty(), List.of()).read(facts);
  }

  public boolean inStock() {
    return availability.since().isPresent();
  }

  public Restock heardIn(Instant at) {
    return with(availability.in(at));
  }

  public Restock heardOut(Instant at) {
    return with(availability.out(at));
  }

  /** What was read; an older reading than the one that is known changes nothing. */
  public Restock read(VariantFacts read) {
    if (read.readAt().isBefore(facts.readAt())) {
      return this;
    }
    Restock next = new Restock(read, availability, telling, waves);
    return read.sellable() ? next.heardIn(read.readAt()) : next.heardOut(read.readAt());
  }

  /** A break ends the telling; what is under way is only settled then. */
  private Restock with(Availability next) {
    boolean unbroken = telling.filter(t -> next.since().equals(Optional.of(t.event()))).isPresent();
    return unbroken
        ? new Restock(facts, next, telling, waves)
        : new Restock(facts, next, Optional.empty(), waves.stream().map(Wave::ended).toList());
  }

  /** Whether a message of the wave of that event and time is still of use, or under way. */
  public boolean isTelling(Instant event, Instant due) {
    return waves.stream().anyMatch(w -> w.event().equals(event) && w.due().equals(due));
  }

  /** The wave that was begun and is not through. */
  public Optional<Wave> current() {
    return waves.isEmpty() ? Optional.empty() : Optional.of(waves.getLast()).filter(w -> !w.done());
  }

  /** When something is to be done next: begin, go on, begin again, or settle. */
  public Optional<Instant> due() {
    if (current().isPresent()) {
      return current().map(Wave::due);
    }
    if (telling.isPresent()) {
      Telling told = telling.get();
      return told.everybody() && waves.isEmpty()
          ? Optional.empty()
          : Optional.of(told.last().map(l -> l.plus(PAUSE)).orElse(told.event().plus(HOLD)));
    }
    Optional<Instant> settled = waves.stream().map(w -> w.due().plus(PAUSE)).reduce((a, b) -> b);
    return availability.since().map(since -> since.plus(HOLD)).or(() -> settled);
  }

  /** Begins to tell of a stock that has lasted; what an earlier one told must be settled. */
  public Restock opened(Instant now) {
    boolean lasted =
        availability.since().filter(since -> !since.plus(HOLD).isAfter(now)).isPresent();
    if (telling.isPresent() || !lasted || !waves.isEmpty()) {
      return this;
    }
    Instant event = availability.since().get();
    Telling begun = new Telling(event, Optional.empty(), false, Optional.empty());
    return new Restock(facts, availability, Optional.of(begun), waves);
  }

  /** Begins a wave of that size, unless one is under way or nobody is left. */
  public Restock begun(int size, Instant now) {
    if (current().isPresent() || telling.filter(t -> !t.everybody()).isEmpty()) {
      return this;
    }
    List<Wave> next = new ArrayList<>(waves);
    next.add(Wave.begin(telling.get().event(), now, size, telling.get().reached()));
    return new Restock(facts, availability, last(now), next);
  }

  /** Puts the next wave off. */
  public Restock waited(Instant now) {
    return new Restock(facts, availability, last(now), waves);
  }

  private Optional<Telling> last(Instant now) {
    return telling.map(t -> new Telling(t.event(), t.reached(), t.everybody(), Optional.of(now)));
  }

  /** The wave under way is about to go on, if nobody else has taken it on from there. */
  public Restock goingOn(Wave from, Wave to) {
    return current().equals(Optional.of(from))
        ? new Restock(facts, availability, telling, replacedLast(to))
        : this;
  }

  private List<Wave> replacedLast(Wave to) {
    List<Wave> next = new ArrayList<>(waves.subList(0, waves.size() - 1));
    next.add(to);
    return next;
  }

  /**
   * The wave under way went on, if nobody else has taken it on from there; whoever is next waits
   * from now on, for a night may lie between a wave's beginning and its end.
   */
  public Restock progressed(Wave from, Wave to, boolean everybody, Instant now) {
    if (!current().equals(Optional.of(from))) {
      return this;
    }
    Optional<Telling> told =
        telling.map(t -> new Telling(t.event(), to.reached(), everybody, Optional.of(now)));
    return new Restock(facts, availability, told, replacedLast(to));
  }

  /** The same after everybody whom that wave may have told was told, or has nothing to be told. */
  public Restock handedOut(Wave wave) {
    return new Restock(
        facts,
        availability,
        telling,
        waves.stream().map(w -> w.equals(wave) ? w.handedOut() : w).toList());
  }

  /** The same without waves of which every message is settled. */
  public Restock settled(List<Wave> settled) {
    return new Restock(
        facts,
        availability,
        telling,
        waves.stream().filter(w -> !w.done() || !settled.contains(w)).toList());
  }
}
