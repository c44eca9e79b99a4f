package dev.musubi.shopify.events;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Proves that a form was sent from a page of ours that was shown to the same customer for the same
 * purpose within 30 minutes: the app proxy signs a forged form's request as well.
 */
public final class FormToken {

  public static final Duration GOOD_FOR = Duration.ofMinutes(30);
  private static final String LABEL = "musubi form token 1";

  private FormToken() {}

  /** {@code purpose} is 1 to 40 small letters and hyphens. */
  public static String issue(
      ShopId shop, CustomerId customer, String purpose, Secret secret, Instant now) {
    return new Claims(shop, customer, purpose, now.plus(GOOD_FOR)).signed(LABEL, secret);
  }

  public static boolean verify(
      String token,
      ShopId shop,
      CustomerId customer,
      String purpose,
      List<Secret> secrets,
      Instant now) {
    return Claims.proven(token, LABEL, secrets, now)
        .filter(claims -> claims.shop().equals(shop))
        .filter(claims -> claims.customer().equals(customer))
        .filter(claims -> claims.purpose().equals(purpose))
        .isPresent();
  }
}
