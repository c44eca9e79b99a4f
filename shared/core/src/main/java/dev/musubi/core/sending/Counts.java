package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Shop;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many intents of one kind came to what: each stands in exactly one place, {@code skipped}
 * under the policy that spoke.
 */
public record Counts(
    int sent, SortedMap<String, Integer> skipped, int refused, int unknown, int deferred) {

  public static final Counts NONE = new Counts(0, new TreeMap<>(), 0, 0, 0);

  public Counts {
    Objects.requireNonNull(skipped, "'skipped' must not be null");
    if (sent < 0 || refused < 0 || unknown < 0 || deferred < 0) {
      throw new IllegalArgumentException("counts must not be negative");
    }
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
  }

  /** All intents that were judged at least once. */
  public int intents() {
    return sent
        + skipped.values().stream().mapToInt(Integer::intValue).sum()
        + refused
        + unknown
        + deferred;
  }

  private Counts with(Result result) {
    return switch (result) {
      case Result.Sent done -> new Counts(sent + 1, skipped, refused, unknown, deferred);
      case Result.Skipped(Reason why) -> {
        SortedMap<String, Integer> more = new TreeMap<>(skipped);
        more.merge(why.policy(), 1, Integer::sum);
        yield new Counts(sent, more, refused, unknown, deferred);
      }
      case Result.Refused done -> new Counts(sent, skipped, refused + 1, unknown, deferred);
      case Result.Unknown done -> new Counts(sent, skipped, refused, unknown + 1, deferred);
      case Result.Deferred done -> new Counts(sent, skipped, refused, unknown, deferred + 1);
    };
  }

  /**
   * By kind, what became of the intents that were due on that day of the shop's own calendar; kinds
   * without any are absent. Rows of who was erased since are gone from it.
   */
  public static Map<Kind, Counts> of(Shop shop, LocalDate day, Deliveries deliveries) {
    Map<Kind, Counts> counts = new EnumMap<>(Kind.class);
    rows(shop, day, deliveries)
        .forEach(
            row ->
                counts.merge(
                    row.intent().subject().kind(),
                    NONE.with(row.result()),
                    (known, one) -> known.with(row.result())));
    return counts;
  }

  /** The rows are found by their dates in UTC, of which a shop's day touches one or two. */
  private static Stream<Delivery> rows(Shop shop, LocalDate day, Deliveries deliveries) {
    LocalDate first = utc(day.atStartOfDay(shop.zone()).toInstant());
    LocalDate last = utc(day.plusDays(1).atStartOfDay(shop.zone()).toInstant().minusNanos(1));
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(date -> deliveries.on(shop.id(), date).stream())
        .filter(row -> shop.today(row.intent().due()).equals(day));
  }

  private static LocalDate utc(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
