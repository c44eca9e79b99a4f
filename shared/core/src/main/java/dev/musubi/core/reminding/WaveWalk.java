package dev.musubi.core.reminding;

import dev.musubi.core.sending.Dossier;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Policies;
import dev.musubi.core.sending.Quota;
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
 * Walks down the line of a variant and hands out a wave's places, oldest wish first. Only whom a
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
  private final Outbox outbox;
  private final InstantSource clock;

  WaveWalk(Watches watches, Dossiers dossiers, Outbox outbox, InstantSource clock) {
    this.watches = watches;
    this.dossiers = dossiers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A wave after a step, and whether the whole line had its turn. */
  record Walked(Wave wave, boolean everybody) {}

  /** One page; its intents are queued when this returns, the progress is the caller's to store. */
  Walked on(Shop shop, Restock restock, Wave wave) {
    int limit = Math.clamp(wave.size() - wave.placed(), SHORTEST_PAGE, PAGE);
    List<Watch> page = watches.line(shop.id(), restock.facts().id(), wave.reached(), limit);
    List<SendIntent> intents =
        page.stream().map(watch -> Invitation.of(shop.id(), wave, watch)).toList();
    List<Dossier> known = dossiers.of(shop, intents, Quota.UNLIMITED);
    List<SendIntent> handed = new ArrayList<>();
    Instant now = clock.instant();
    int placed = 0;
    for (int i = 0; i < page.size() && wave.placed() + placed < wave.size(); i++) {
      boolean passed = Policies.judge(intents.get(i), known.get(i), now) instanceof Verdict.Skip;
      placed += passed ? 0 : 1;
      handed.add(passed ? Invitation.of(shop.id(), wave, page.get(i), Lane.BULK) : intents.get(i));
    }
    outbox.now(handed);
    boolean everybody = page.size() < limit && handed.size() == page.size();
    boolean over = everybody || wave.seen() + handed.size() >= MOST_SEEN;
    Optional<Place> to =
        handed.isEmpty() ? Optional.empty() : Optional.of(page.get(handed.size() - 1).place());
    return new Walked(wave.went(to, placed, handed.size(), over), everybody);
  }
}
