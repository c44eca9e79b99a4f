package dev.musubi.core.sending;

import dev.musubi.core.shopping.ProductId;
import java.util.List;
import java.util.Optional;

/** What a reserved message is about, read from its frozen content. */
final class Frozen {

  private Frozen() {}

  static List<ProductId> products(Mark.InFlight mark) {
    return mark.content().items().stream()
        .map(item -> ProductId.parse(item.get("product")))
        .flatMap(Optional::stream)
        .toList();
  }
}
