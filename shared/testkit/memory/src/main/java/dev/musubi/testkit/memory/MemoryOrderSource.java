package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orders of shops as they were put; tells what was read and can be out of reach. */
public final class MemoryOrderSource implements OrderSource {

  private static final int PAGE = 100;

  private record Key(ShopId shop, OrderId order) {}

  private final Map<Key, Order> orders = new HashMap<>();
  private final List<OrderId> reads = new ArrayList<>();
  private boolean down;

  public synchronized void put(ShopId shop, Order order) {
    orders.put(new Key(shop, order.id()), order);
  }

  public synchronized void down(boolean on) {
    down = on;
  }

  /** Which orders were asked for by number, one after the other. */
  public synchronized List<OrderId> reads() {
    return List.copyOf(reads);
  }

  @Override
  public synchronized Optional<Order> read(ShopId shop, OrderId order) {
    answer();
    reads.add(order);
    return Optional.ofNullable(orders.get(new Key(shop, order)));
  }

  @Override
  public synchronized Page changed(ShopId shop, Instant since, Optional<String> after) {
    answer();
    List<Change> changes =
        orders.entrySet().stream()
            .filter(entry -> entry.getKey().shop().equals(shop))
            .map(entry -> change(entry.getValue()))
            .filter(change -> !change.at().isBefore(since))
            .sorted(Comparator.comparing(Change::at).thenComparing(Change::order))
            .toList();
    int from = after.map(Integer::parseInt).orElse(0);
    int to = Math.min(from + PAGE, changes.size());
    return new Page(
        changes.subList(Math.min(from, to), to),
        Optional.of(Integer.toString(to)).filter(next -> to < changes.size()));
  }

  private void answer() {
    if (down) {
      throw new UncheckedIOException(new IOException("Shopify does not answer"));
    }
  }

  private static Change change(Order order) {
    return new Change(order.id(), order.progress().updatedAt());
  }
}
