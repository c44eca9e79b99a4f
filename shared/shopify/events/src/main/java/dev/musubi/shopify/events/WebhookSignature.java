package dev.musubi.shopify.events;

import dev.musubi.core.shop.Secret;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Whether a webhook is Shopify's: the header {@value #HEADER} signs the raw body, for up to an hour
 * after a rotation with the previous secret.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https">Validate the origin
 *     of a webhook</a>
 */
public final class WebhookSignature {

  public static final String HEADER = "x-shopify-hmac-sha256";

  private WebhookSignature() {}

  /** A header that is missing or is no Base64 is not genuine. */
  public static boolean genuine(byte[] body, Optional<String> header, List<Secret> secrets) {
    try {
      byte[] mac = Base64.getDecoder().decode(header.orElse(""));
      return Hmac.madeByOneOf(secrets, Secret::bytes, body, mac);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
