package dev.musubi.local.line;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of a text, written as LINE writes it. */
final class Digests {
  private Digests() {}

  /** As phone numbers are hashed. */
  static String hex(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  /** As PKCE makes a challenge of a verifier. */
  static String base64Url(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
