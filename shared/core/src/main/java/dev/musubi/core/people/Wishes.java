package dev.musubi.core.people;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.MessageClass;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a LINE user wants to hear from a shop: kind by kind, of everything promotional, and a break.
 * Of two wishes about the same messages the newer counts, in whatever order they come.
 */
public record Wishes(SortedMap<Kind, Preference> kinds, Preference promotional, Break pause) {

  public static final Wishes NONE = new Wishes(new TreeMap<>(), Preference.UNSAID, Break.UNSAID);

  public Wishes {
    Objects.requireNonNull(promotional, "'promotional' must not be null");
    Objects.requireNonNull(pause, "'pause' must not be null");
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
  }

  public boolean wanted(Kind kind) {
    Preference own = kinds.getOrDefault(kind, Preference.UNSAID);
    return switch (kind.messageClass()) {
      case PROMOTIONAL -> promotional.or(own).wanted();
      case REQUESTED, SERVICE -> own.wanted();
    };
  }

  /** Until when such messages are paused; what concerns an order never is. */
  public Optional<Instant> pausedUntil(Kind kind, Instant now) {
    return kind.messageClass() == MessageClass.SERVICE ? Optional.empty() : pausedUntil(now);
  }

  public Optional<Instant> pausedUntil(Instant now) {
    return pause.until().filter(until -> until.isAfter(now));
  }

  /**
   * After a wish that was uttered at that instant; a pause lasts a month by the shop's calendar.
   */
  public Wishes with(Wish wish, Instant at, ZoneId zone) {
    return joined(
        switch (wish) {
          case ChatCommand.Prefer(Kind kind, boolean on) ->
              new Wishes(
                  new TreeMap<>(Collections.singletonMap(kind, new Preference(on, at))),
                  Preference.UNSAID,
                  Break.UNSAID);
          case ChatCommand.PreferPromotional(boolean on) ->
              new Wishes(new TreeMap<>(), new Preference(on, at), Break.UNSAID);
          case ChatCommand.Pause(boolean on) ->
              new Wishes(new TreeMap<>(), Preference.UNSAID, pause(on, at, zone));
        });
  }

  private static Break pause(boolean on, Instant at, ZoneId zone) {
    return new Break(
        on ? Optional.of(at.atZone(zone).plusMonths(1).toInstant()) : Optional.empty(), at);
  }

  /** Whether that wish is what counts now. */
  public boolean heeds(Wish wish, Instant now) {
    return switch (wish) {
      case ChatCommand.Prefer(Kind kind, boolean on) -> wanted(kind) == on;
      case ChatCommand.PreferPromotional(boolean on) -> promotional.wanted() == on;
      case ChatCommand.Pause(boolean on) -> pausedUntil(now).isPresent() == on;
    };
  }

  /** Both together, the newer of each. */
  public Wishes joined(Wishes other) {
    SortedMap<Kind, Preference> all = new TreeMap<>(kinds);
    other.kinds.forEach((kind, preference) -> all.merge(kind, preference, Preference::or));
    return new Wishes(all, promotional.or(other.promotional), pause.or(other.pause));
  }

  /** What was said no later than that. */
  public Wishes saidBy(Instant latest) {
    SortedMap<Kind, Preference> early = new TreeMap<>(kinds);
    early.values().removeIf(preference -> preference.asOf().isAfter(latest));
    return new Wishes(
        early,
        promotional.asOf().isAfter(latest) ? Preference.UNSAID : promotional,
        pause.asOf().isAfter(latest) ? Break.UNSAID : pause);
  }

  /** What is held, for the person to read. */
  public List<PersonalData.Holding> holdings() {
    List<PersonalData.Holding> holdings = new ArrayList<>();
    kinds.forEach((kind, preference) -> holdings.add(holding(kind.name(), preference)));
    if (!promotional.equals(Preference.UNSAID)) {
      holdings.add(holding("everything promotional", promotional));
    }
    if (!pause.equals(Break.UNSAID)) {
      String until = pause.until().map(end -> "until " + end).orElse("ended");
      holdings.add(new PersonalData.Holding("pause", until + " as of " + pause.asOf()));
    }
    return List.copyOf(holdings);
  }

  private static PersonalData.Holding holding(String what, Preference preference) {
    return new PersonalData.Holding(
        "wish for " + what,
        (preference.wanted() ? "wanted" : "not wanted") + " as of " + preference.asOf());
  }
}
