package dev.musubi.shopify.events;

import dev.musubi.core.shop.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, compared in constant time against every secret that may have made it. */
final class Hmac {

  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  static byte[] of(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  /** Whether what was claimed is, letter for letter, what one of the secrets would have made. */
  static boolean madeByOneOf(List<Secret> secrets, Function<Secret, String> made, String claimed) {
    byte[] letters = claimed.getBytes(StandardCharsets.UTF_8);
    boolean genuine = false;
    for (Secret secret : secrets) {
      genuine |=
          MessageDigest.isEqual(made.apply(secret).getBytes(StandardCharsets.UTF_8), letters);
    }
    return genuine;
  }

  /** A key that is good for one purpose only. */
  static byte[] key(Secret secret, String label) {
    return of(secret.bytes(), label.getBytes(StandardCharsets.UTF_8));
  }
}
