package dev.musubi.local.world.web;

import dev.musubi.local.shopify.shop.Call;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** {@code GET /local/shop-calls}: the Admin operations that came, in order. */
final class ShopCalls {
  private final Behind world;

  ShopCalls(Behind world) {
    this.world = world;
  }

  record Row(
      Instant at, String shop, String operation, Map<String, Object> variables, String answer) {}

  List<Row> answer(Context http) {
    return Filters.shops(world, http).stream()
        .flatMap(shop -> world.platforms().shop().calls(shop).stream().map(c -> row(shop, c)))
        .sorted(Comparator.comparing(Row::at))
        .toList();
  }

  private static Row row(String shop, Call call) {
    return new Row(call.at(), shop, call.operation(), call.variables(), call.answer());
  }
}
