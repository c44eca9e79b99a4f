package dev.musubi.core.sending;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.VariantId;
import java.util.Objects;

/** Work on the variants that somebody waits for; it names no one of them. */
public sealed interface StockWork extends Work permits StockWork.Read, StockWork.Tell {

  /** Read the stock of every variant of the shop that moved, in batches. */
  record Read(ShopId shop) implements StockWork {
    public Read {
      Objects.requireNonNull(shop, "'shop' must not be null");
    }

    @Override
    public String name() {
      return "stock." + shop;
    }
  }

  /** Tell the line of a variant, as far as its stock and the time allow. */
  record Tell(ShopId shop, VariantId variant) implements StockWork {
    public Tell {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(variant, "'variant' must not be null");
    }

    @Override
    public String name() {
      return "restock." + shop + "." + variant;
    }
  }
}
