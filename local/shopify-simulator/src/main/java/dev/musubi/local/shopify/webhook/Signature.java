package dev.musubi.local.shopify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shopify's keyed hash: HMAC-SHA256 with the app's client secret.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks">Shopify: webhooks</a>
 */
public final class Signature {
  private Signature() {}

  /** As in {@code X-Shopify-Hmac-Sha256}. */
  public static String base64(String clientSecret, byte[] body) {
    return Base64.getEncoder().encodeToString(hash(clientSecret, body));
  }

  public static byte[] hash(String clientSecret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
