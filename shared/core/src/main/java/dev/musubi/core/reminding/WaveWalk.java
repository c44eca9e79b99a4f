package dev.musubi.core.reminding;

import dev.musubi.core.sending.Dossier;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Policies;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Verdict;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Place;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import dev.musubi.core.shopping.Wave;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks down the line of a variant and gives away a wave's places, oldest wish first. Only whom a
 * message can reach now takes a place: who is not linked, blocks or does not want it is passed over
 * with an intent that {@code push} skips with the reason.
 */
final class WaveWalk {

  private static final int PAGE = 100;
  private static final int SHORTEST_PAGE = 25;

  /** A line of people whom nothing reaches is not walked to its end in one wave. */
  static final int MOST_SEEN = 5_000;

  private final Watches watches;
  private final Dossiers dossiers;
  private final InstantSource clock;

  WaveWalk(Watches watches, Dossiers dossiers, InstantSource clock) {
    this.watches = watches;
    this.dossiers = dossiers;
    this.clock = clock;
  }

  /** Whose turn it is, the wave after they had it, and whether then the whole line had. */
  record Step(List<SendIntent> handed, Wave wave, boolean everybody) {
    Step {
      handed = List.copyOf(handed);
    }
  }

  /** The next page. Whoever may have been handed it before is handed it again. */
  Step next(Shop shop, Restock restock, Wave wave) {
    int limit = Math.clamp(wave.size() - wave.placed(), SHORTEST_PAGE, PAGE);
    List<Watch> page = watches.line(shop.id(), restock.facts().id(), wave.reached(), limit);
    List<SendIntent> intents =
        page.stream().map(watch -> Invitation.of(shop.id(), wave, watch)).toList();
    List<Dossier> known = dossiers.of(shop, intents);
    List<SendIntent> handed = new ArrayList<>();
    Instant now = clock.instant();
    int placed = 0;
    for (int i = 0; i < page.size(); i++) {
      boolean full = wave.placed() + placed >= wave.size();
      if (full && !wave.isReaching(page.get(i).place())) {
        break;
      }
      boolean passed = Policies.judge(intents.get(i), known.get(i), now) instanceof Verdict.Skip;
      placed += passed || full ? 0 : 1;
      handed.add(passed ? Invitation.of(shop.id(), wave, page.get(i), Lane.BULK) : intents.get(i));
    }
    boolean everybody = page.size() < limit && handed.size() == page.size();
    boolean over = everybody || wave.seen() + handed.size() >= MOST_SEEN;
    Optional<Place> to =
        handed.isEmpty() ? Optional.empty() : Optional.of(page.get(handed.size() - 1).place());
    return new Step(handed, wave.went(to, placed, handed.size(), over), everybody);
  }

  /**
   * Those whom a wave that ended may have told or not; {@code push} judges what is out of stock.
   */
  List<SendIntent> rest(Shop shop, Restock restock, Wave wave) {
    return watches.line(shop.id(), restock.facts().id(), wave.reached(), PAGE).stream()
        .filter(watch -> wave.isReaching(watch.place()))
        .map(watch -> Invitation.of(shop.id(), wave, watch))
        .toList();
  }
}
