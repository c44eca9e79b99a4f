package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.history.Fact;
import dev.musubi.local.simulation.plan.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How the line of a product that is back is told: the oldest wish first; and where nothing went
 * wrong, never more at once than there were, and the next ones half an hour later.
 */
final class Waves {

  private static final Duration ONE_WAVE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMinutes(30);
  private static final Duration DISTURBED = Duration.ofHours(3);

  /** A telling of one comeback, under the name that all its messages share. */
  private record Event(int shop, String occasion, String name) {
    int product() {
      return Restocking.product(occasion);
    }
  }

  /** When somebody's turn was first decided on. */
  private record Turn(int customer, Instant at) {}

  private record Row(Event event, int customer) {}

  private final Timeline timeline;
  private final Set<Row> told = new HashSet<>();

  Waves(Timeline timeline, Books books) {
    this.timeline = timeline;
    for (Books.Row row : books.rows()) {
      boolean perhaps = row.result().equals("Sent") || row.result().equals("Unknown");
      if (row.kind().equals(Restocking.KIND) && perhaps) {
        told.add(new Row(new Event(row.shop(), row.occasion(), row.name()), row.customer()));
      }
    }
  }

  void check(Consumer<Violation> broken) {
    turns()
        .forEach(
            (event, turns) -> {
              order(event, turns, broken);
              List<List<Turn>> waves = waves(turns);
              waves.forEach(wave -> size(event, wave, broken));
              for (int i = 1; i < waves.size(); i++) {
                pause(event, waves.get(i - 1), waves.get(i), broken);
              }
            });
  }

  /** What was decided on for one of two customers goes on under the one whom a merge keeps. */
  private Map<Event, List<Turn>> turns() {
    Map<Event, Map<Integer, Turn>> first = new LinkedHashMap<>();
    for (Fact.Intended i : timeline.intents) {
      if (i.kind().equals(Restocking.KIND)) {
        first
            .computeIfAbsent(
                new Event(i.shop(), i.occasion(), i.name()), e -> new LinkedHashMap<>())
            .putIfAbsent(timeline.kept(i.shop(), i.customer()), new Turn(i.customer(), i.at()));
      }
    }
    Map<Event, List<Turn>> turns = new LinkedHashMap<>();
    first.forEach((event, ones) -> turns.put(event, List.copyOf(ones.values())));
    return turns;
  }

  private static List<List<Turn>> waves(List<Turn> turns) {
    List<List<Turn>> waves = new ArrayList<>();
    for (Turn turn : turns) {
      boolean same =
          !waves.isEmpty() && turn.at().isBefore(waves.getLast().getLast().at().plus(ONE_WAVE));
      if (!same) {
        waves.add(new ArrayList<>());
      }
      waves.getLast().add(turn);
    }
    return waves;
  }

  private void size(Event event, List<Turn> wave, Consumer<Violation> broken) {
    Instant from = wave.getFirst().at();
    Instant to = wave.getLast().at();
    long came = wave.stream().filter(turn -> wasTold(event, turn.customer())).count();
    int most =
        new Shelf(timeline, event.shop(), event.product()).most(from.minus(Timeline.IN_FLIGHT), to);
    if (came > most && !timeline.struckWithin(from.minus(DISTURBED), to)) {
      broken.accept(
          new Violation(
              "waves", from, came + " people are told of " + most + " of " + event.name()));
    }
  }

  /** Of two customers who were merged since nothing tells which of the two it was. */
  private boolean wasTold(Event event, int customer) {
    return told.contains(new Row(event, customer))
        && timeline.group(event.shop(), customer).size() == 1;
  }

  private void pause(Event event, List<Turn> wave, List<Turn> next, Consumer<Violation> broken) {
    Instant from = wave.getFirst().at();
    Instant to = next.getFirst().at();
    Duration least = PAUSE.minus(Timeline.IN_FLIGHT);
    if (to.isBefore(from.plus(least)) && !timeline.struckWithin(from.minus(DISTURBED), to)) {
      broken.accept(
          new Violation("waves", to, "the next wave of " + event.name() + " does not wait"));
    }
  }

  /** Whoever was told had nobody before them in the line whose turn did not come. */
  private void order(Event event, List<Turn> turns, Consumer<Violation> broken) {
    for (Turn turn : turns) {
      Optional<Instant> asked = asked(event, turn.customer());
      if (told.contains(new Row(event, turn.customer())) && asked.isPresent()) {
        waiting(event, asked.get())
            .filter(older -> turns.stream().noneMatch(t -> had(t, older, turn)))
            .forEach(
                older ->
                    broken.accept(
                        new Violation(
                            "waves",
                            turn.at(),
                            "customer %d waits longer than %d for %s"
                                .formatted(older, turn.customer(), event.name()))));
      }
    }
  }

  private static boolean had(Turn turn, int customer, Turn other) {
    return turn.customer() == customer && !turn.at().isAfter(other.at());
  }

  private Optional<Instant> asked(Event event, int customer) {
    return merged(event.shop(), customer)
        ? Optional.empty()
        : wishes(event, customer).stream().map(Timeline.Told::at).min(Comparator.naturalOrder());
  }

  private List<Timeline.Told> wishes(Event event, int customer) {
    return timeline.ofCustomer(event.shop(), customer).stream()
        .filter(told -> Restocking.wish(told, event.product()))
        .toList();
  }

  /** Who surely waited before, never did anything about it, and was not told even perhaps. */
  private Stream<Integer> waiting(Event event, Instant before) {
    return timeline.everyCustomer().stream()
        .filter(pair -> pair.shop() == event.shop())
        .map(Pair::number)
        .filter(
            customer -> {
              List<Timeline.Told> wishes = wishes(event, customer);
              return !wishes.isEmpty()
                  && wishes.getFirst().settled().isBefore(before)
                  && idle(event, customer);
            });
  }

  private boolean idle(Event event, int customer) {
    boolean acted =
        timeline.ofCustomer(event.shop(), customer).stream()
            .anyMatch(
                told ->
                    switch (told.act().deed()) {
                      case Deed.TakeBack takeBack -> true;
                      case Deed.Buy buy -> buy.product() == event.product();
                      case Deed.Redact redact -> true;
                      case Deed.Merge merge -> true;
                      default -> false;
                    });
    boolean pushed =
        timeline.accounts(event.shop(), customer).stream()
            .anyMatch(
                account ->
                    timeline.pushes.stream()
                        .anyMatch(
                            push ->
                                push.shop() == event.shop()
                                    && push.account() == account
                                    && Restocking.mine(push)));
    boolean perhaps =
        told.stream()
            .anyMatch(
                row ->
                    row.customer() == customer
                        && row.event().shop() == event.shop()
                        && row.event().product() == event.product());
    return !acted && !pushed && !perhaps;
  }

  private boolean merged(int shop, int customer) {
    return timeline.ofCustomer(shop, customer).stream()
        .anyMatch(told -> told.act().deed() instanceof Deed.Merge);
  }
}
