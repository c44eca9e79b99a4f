package dev.musubi.testkit.contracts;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantSource;
import dev.musubi.testkit.memory.MemoryVariantSource;
import java.util.List;
import java.util.Optional;

class MemoryVariantSourceTest extends VariantSourceContract {

  private final MemoryVariantSource source = new MemoryVariantSource(() -> Sample.NOON);

  @Override
  protected VariantSource selling(ShopId shop, List<Entered> variants, ShopId another) {
    variants.forEach(variant -> source.put(shop, facts(variant)));
    return source;
  }

  @Override
  protected void unreachable() {
    source.down(true);
  }

  private static VariantFacts facts(Entered entered) {
    VariantFacts.Stock stock =
        switch (entered.stock()) {
          case Stock.Counted(int online) -> new VariantFacts.Stock(true, online);
          case Stock.Uncounted() -> new VariantFacts.Stock(false, 0);
        };
    return new VariantFacts(
        entered.id(),
        new ProductId(entered.id().number() + 2_000),
        entered.item(),
        new VariantFacts.Showing("p", entered.product(), Optional.empty(), entered.price()),
        true,
        stock,
        Sample.NOON);
  }
}
