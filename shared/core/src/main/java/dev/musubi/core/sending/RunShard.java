package dev.musubi.core.sending;

import dev.musubi.core.shop.ShopId;
import java.util.Objects;

/** One shard of a run, to be turned into intents from where its cursor stands. */
public record RunShard(RunId run, int shard) implements Work {

  public RunShard {
    Objects.requireNonNull(run, "'run' must not be null");
    if (shard < 0) {
      throw new IllegalArgumentException("'shard' must not be negative");
    }
  }

  @Override
  public ShopId shop() {
    return run.shop();
  }

  @Override
  public String name() {
    return run + "." + shard;
  }
}
