package dev.musubi.line.events;

import dev.musubi.core.shop.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook: Base64 of HMAC-SHA256 over the body as it came, keyed with a channel
 * secret.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/">Verify
 *     webhook signature</a>
 */
public final class LineSignature {
  public static final String HEADER = "x-line-signature";

  private static final String ALGORITHM = "HmacSHA256";

  private LineSignature() {}

  /**
   * Whether one of the secrets signed exactly these bytes; each is tried, in constant time, letter
   * for letter. A header that is absent is given as an empty text.
   */
  public static boolean valid(String header, byte[] body, List<Secret> secrets) {
    byte[] claimed = header.getBytes(StandardCharsets.UTF_8);
    boolean valid = false;
    for (Secret secret : secrets) {
      valid |= MessageDigest.isEqual(Base64.getEncoder().encode(sign(body, secret)), claimed);
    }
    return valid;
  }

  private static byte[] sign(byte[] body, Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
