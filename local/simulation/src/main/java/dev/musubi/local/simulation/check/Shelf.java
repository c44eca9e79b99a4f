package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.plan.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the stock of one scarce product of a shop went. */
final class Shelf {

  /** Stock must last this long before anybody is told. */
  static final Duration HOLD = Duration.ofMinutes(30);

  private static final Duration GOOD_FOR = Duration.ofHours(48);

  private final List<Timeline.Told> news;

  Shelf(Timeline timeline, int shop, int product) {
    this.news = timeline.ofScarce(shop, product);
  }

  private static int units(Timeline.Told told) {
    return ((Deed.Units) told.act().deed()).units();
  }

  /** When it was there again after it was sold out. */
  List<Timeline.Told> comebacks() {
    List<Timeline.Told> comebacks = new ArrayList<>();
    boolean there = false;
    for (Timeline.Told told : news) {
      if (units(told) > 0 && !there) {
        comebacks.add(told);
      }
      there = units(told) > 0;
    }
    return comebacks;
  }

  /** How many came back of which a message at that time may tell. */
  long told(Instant at) {
    return comebacks().stream().filter(back -> !back.at().plus(HOLD).isAfter(at)).count();
  }

  /**
   * Whether a message at that time may tell of it: it has lasted for half an hour, as far as was
   * known, and that is no more than two days ago. What sold out and came back before the shop could
   * look may never be known.
   */
  boolean tells(Timeline.Told back, Instant at) {
    Instant lasted = back.at().plus(HOLD);
    Instant broken = broken(back);
    boolean held = broken.equals(Instant.MAX) || !lasted.isAfter(broken.plus(Timeline.IN_FLIGHT));
    boolean good =
        broken.equals(Instant.MAX)
            || !at.isAfter(broken.plus(GOOD_FOR).plus(Timeline.IN_FLIGHT.multipliedBy(4)));
    return !lasted.isAfter(at) && held && good;
  }

  private Instant broken(Timeline.Told back) {
    Instant broken = Instant.MAX;
    for (int i = news.indexOf(back) + 1; i < news.size(); i++) {
      boolean out = units(news.get(i)) == 0;
      Instant next = i + 1 < news.size() ? news.get(i + 1).at() : Instant.MAX;
      Instant known = news.get(i).settled();
      if (out && known.isBefore(next) && known.isBefore(broken)) {
        broken = known;
      }
    }
    return broken;
  }

  /** The most that was there at a moment from the one to the other. */
  int most(Instant from, Instant to) {
    int most = 0;
    int before = 0;
    for (Timeline.Told told : news) {
      if (told.at().isAfter(to)) {
        break;
      }
      if (told.at().isBefore(from)) {
        before = units(told);
      } else {
        most = Math.max(most, units(told));
      }
    }
    return Math.max(most, before);
  }

  /** Whether the shop knew that it was sold out before it came back: else that was no news. */
  boolean missed(Timeline.Told back) {
    int former = news.indexOf(back) - 1;
    return former < 0 || news.get(former).settled().isBefore(back.at());
  }

  /** When it changed next. */
  Optional<Instant> next(Timeline.Told back) {
    int next = news.indexOf(back) + 1;
    return next < news.size() ? Optional.of(news.get(next).at()) : Optional.empty();
  }
}
