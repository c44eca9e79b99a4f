package dev.musubi.core.reminding;

import dev.musubi.core.shop.RestockSettings.Repeat;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import dev.musubi.core.shopping.Wave;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of the line who was told, or has bought meanwhile. Who was passed over, or skipped for
 * any other reason, keeps the wish and the place for the next restock.
 */
final class Settling {

  private final Restocks restocks;
  private final Watches watches;
  private final WaveResults results;
  private final InstantSource clock;

  Settling(Restocks restocks, Watches watches, WaveResults results, InstantSource clock) {
    this.restocks = restocks;
    this.watches = watches;
    this.results = results;
    this.clock = clock;
  }

  /** What stands after settling, and how many messages of all waves may still go out. */
  record Settled(Restock restock, int open) {}

  Settled settle(Shop shop, Restock restock) {
    VariantId variant = restock.facts().id();
    Instant now = clock.instant();
    boolean waitsOn = shop.settings().kinds().restock().repeat() == Repeat.UNTIL_BOUGHT;
    List<Wave> settled = new ArrayList<>();
    int open = 0;
    for (Wave wave : restock.waves()) {
      WaveResults.Results came = results.of(shop.id(), variant, wave, now);
      for (Watch told : came.told()) {
        watches.told(shop.id(), told, now, waitsOn);
      }
      came.bought().forEach(bought -> watches.remove(shop.id(), bought));
      open += came.open();
      if (wave.done() && came.open() == 0) {
        settled.add(wave);
      }
    }
    if (settled.isEmpty()) {
      return new Settled(restock, open);
    }
    return new Settled(
        restocks.change(shop.id(), variant, r -> r.settled(settled)).orElse(restock), open);
  }
}
