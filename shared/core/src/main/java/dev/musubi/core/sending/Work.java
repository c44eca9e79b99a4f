package dev.musubi.core.sending;

import dev.musubi.core.shop.ShopId;

/** What queues and schedules carry: references only, no person's data and no prices. */
public sealed interface Work permits SendIntent, RunShard, StockWork, Chore {

  ShopId shop();

  /** Names the work for ever: two works of the same name are the same work. */
  String name();
}
