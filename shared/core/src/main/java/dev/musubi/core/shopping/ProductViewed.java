package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A known customer looked at a product; {@code day} is the shop-local date, {@code eventId} the
 * pixel's own.
 */
public record ProductViewed(
    ShopId shop,
    CustomerId customer,
    ProductId product,
    LocalDate day,
    Instant at,
    String eventId) {

  public ProductViewed {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(product, "'product' must not be null");
    Objects.requireNonNull(day, "'day' must not be null");
    Objects.requireNonNull(at, "'at' must not be null");
    Objects.requireNonNull(eventId, "'eventId' must not be null");
    if (eventId.isBlank() || eventId.length() > 64) {
      throw new IllegalArgumentException("'eventId' must have 1 to 64 characters");
    }
  }
}
