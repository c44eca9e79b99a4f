package dev.musubi.shopify.events;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets the pixel, which nobody signs, say who the visitor is: issued through the app proxy to who
 * is logged in, good for 24 hours and for nothing but views.
 */
public final class VisitorToken {

  public static final Duration GOOD_FOR = Duration.ofHours(24);
  private static final String LABEL = "musubi visitor token 1";
  private static final String PURPOSE = "visit";

  private VisitorToken() {}

  public static String issue(ShopId shop, CustomerId customer, Secret secret, Instant now) {
    return new Claims(shop, customer, PURPOSE, now.plus(GOOD_FOR)).signed(LABEL, secret);
  }

  /** Which shop the token claims to be from, to find the secrets that prove it. */
  public static Optional<ShopId> claimedShop(String token) {
    return Claims.claimed(token).map(Claims::shop);
  }

  /** The customer to whom that shop issued the token, if it did and the token still holds. */
  public static Optional<CustomerId> verify(
      String token, ShopId shop, List<Secret> secrets, Instant now) {
    return Claims.proven(token, LABEL, secrets, now)
        .filter(claims -> claims.shop().equals(shop) && claims.purpose().equals(PURPOSE))
        .map(Claims::customer);
  }
}
