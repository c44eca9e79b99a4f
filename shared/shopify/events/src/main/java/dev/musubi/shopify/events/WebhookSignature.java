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

  /** A header that is missing, or spells the signature in another way, is not genuine. */
  public static boolean genuine(byte[] body, Optional<String> header, List<Secret> secrets) {
    return Hmac.madeByOneOf(
        secrets,
        secret -> Base64.getEncoder().encodeToString(Hmac.of(secret.bytes(), body)),
        header.orElse(""));
  }
}
