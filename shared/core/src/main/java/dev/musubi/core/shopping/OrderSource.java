package dev.musubi.core.shopping;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Port: orders as Shopify's Admin API has them now; throws {@link java.io.UncheckedIOException}
 * when Shopify does not answer.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql/latest/queries/orders">orders</a>
 */
public interface OrderSource {

  Optional<Order> read(ShopId shop, OrderId order);

  /** A page of what changed at {@code since} or later, the oldest change first. */
  Page changed(ShopId shop, Instant since, Optional<String> after);

  /** At most 100 changes, and where the next page begins if there is one. */
  record Page(List<Change> changes, Optional<String> next) {
    public Page {
      changes = List.copyOf(changes);
      Objects.requireNonNull(next, "'next' must not be null");
    }
  }

  /** An order and when it last changed. */
  record Change(OrderId order, Instant at) {}
}
