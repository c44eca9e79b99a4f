package dev.musubi.core.people;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.Objects;

/** A customer who was sent to LINE's dialog with a nonce; good until {@code expires}. */
public record LinkAttempt(
    ShopId shop, String nonceHash, CustomerId customer, EntryRoute route, Instant expires) {

  public LinkAttempt {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(nonceHash, "'nonceHash' must not be null");
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(route, "'route' must not be null");
    Objects.requireNonNull(expires, "'expires' must not be null");
  }
}
