package dev.musubi.core.reminding;

import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.shop.RestockSettings.Repeat;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watches;
import dev.musubi.core.shopping.Wave;
import java.time.Instant;

/** How many were told of a variant and how many wait, waves that are not settled yet included. */
public final class RestockTally {

  private final Watches watches;
  private final WaveResults results;

  public RestockTally(Watches watches, Deliveries deliveries) {
    this.watches = watches;
    this.results = new WaveResults(watches, deliveries);
  }

  /**
   * Who was told and asked again counts as both; where wishes last until bought, whom a wave told
   * counts once it is settled, a few minutes later.
   */
  public Watches.Tally of(Shop shop, Restock restock, Instant now) {
    VariantId variant = restock.facts().id();
    Watches.Tally settled = watches.tally(shop.id(), variant);
    if (shop.settings().kinds().restock().repeat() == Repeat.UNTIL_BOUGHT) {
      return settled;
    }
    long told = 0;
    for (Wave wave : restock.waves()) {
      told += results.of(shop.id(), variant, wave, now).told().size();
    }
    return new Watches.Tally(settled.told() + told, Math.max(0, settled.waiting() - told));
  }
}
