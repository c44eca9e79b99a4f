package dev.musubi.local.world.web;

import dev.musubi.core.reminding.RestockTally;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watches;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.Variant;
import dev.musubi.local.world.demo.Stores;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /local/restock}: who waits for what, and how many were told. */
final class Lines {
  private static final int AT_ONCE = 100;

  private final Behind world;
  private final Stores stores;

  Lines(Behind world) {
    this.world = world;
    this.stores = world.demonstration().stores();
  }

  record Row(
      String shop,
      String product,
      long variant,
      String title,
      int stock,
      Optional<Instant> inStockSince,
      long told,
      long waiting,
      Optional<Instant> next) {}

  /** A product and one of its variants. */
  private record Offered(Product product, Variant variant) {}

  List<Row> answer(Context http) {
    List<Row> rows = new ArrayList<>();
    for (String shop : Filters.shops(world, http)) {
      List<Offered> offered =
          world.platforms().shop().products(shop).stream()
              .flatMap(p -> p.variants().stream().map(v -> new Offered(p, v)))
              .toList();
      for (int from = 0; from < offered.size(); from += AT_ONCE) {
        rows.addAll(rows(shop, offered.subList(from, Math.min(from + AT_ONCE, offered.size()))));
      }
    }
    return rows.stream()
        .sorted(Comparator.comparing(Row::shop).thenComparing(Row::product))
        .toList();
  }

  /** Of what nobody ever waited for there is no row. */
  private List<Row> rows(String shop, List<Offered> offered) {
    Map<VariantId, Restock> known =
        stores
            .restocks()
            .find(
                new ShopId(shop),
                offered.stream().map(o -> new VariantId(o.variant().id())).toList());
    return offered.stream()
        .filter(o -> known.containsKey(new VariantId(o.variant().id())))
        .map(o -> row(shop, o, known.get(new VariantId(o.variant().id()))))
        .toList();
  }

  private Row row(String shop, Offered offered, Restock restock) {
    Watches.Tally tally =
        new RestockTally(stores.watches(), stores.deliveries())
            .of(
                stores.shops().find(new ShopId(shop)).orElseThrow(),
                restock,
                world.clock().instant());
    return new Row(
        shop,
        offered.product().handle(),
        offered.variant().id(),
        restock.facts().showing().title(),
        offered.variant().stock(),
        restock.availability().since(),
        tally.told(),
        tally.waiting(),
        restock.due());
  }
}
