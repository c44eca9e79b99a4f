package dev.musubi.shopify.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Orders by the Admin API: with the scope {@code read_orders} those of the last 60 days. Nothing
 * that names or reaches the buyer is asked for but her number.
 */
public final class AdminOrders implements OrderSource {

  private final AdminClient client;

  public AdminOrders(AdminClient client) {
    this.client = client;
  }

  @Override
  public Optional<Order> read(ShopId shop, OrderId order) {
    ObjectNode variables = client.variables().put("id", Gid.of("Order", order));
    JsonNode found = client.call(shop, Operation.ORDER, variables).path("order");
    return found.hasNonNull("id")
        ? Optional.of(readable(() -> OrderNode.order(found)))
        : Optional.empty();
  }

  @Override
  public Page changed(ShopId shop, Instant since, Optional<String> after) {
    ObjectNode variables = client.variables().put("query", "updated_at:>='" + since + "'");
    after.ifPresent(cursor -> variables.put("after", cursor));
    JsonNode orders = client.call(shop, Operation.ORDERS, variables).path("orders");
    return readable(() -> page(orders));
  }

  private static Page page(JsonNode orders) {
    List<Change> changes = new ArrayList<>();
    for (JsonNode node : orders.path("nodes")) {
      changes.add(
          new Change(
              new OrderId(Gid.number(node)), Instant.parse(node.path("updatedAt").asText())));
    }
    JsonNode info = orders.path("pageInfo");
    return new Page(
        changes,
        Optional.ofNullable(info.path("endCursor").textValue())
            .filter(cursor -> info.path("hasNextPage").asBoolean()));
  }

  private static <T> T readable(Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UncheckedIOException(new IOException("Shopify described an order unreadably"));
    }
  }
}
