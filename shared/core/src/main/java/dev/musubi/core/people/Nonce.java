package dev.musubi.core.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The single-use value that ties a login at the shop to LINE's account link dialog: 256 random
 * bits; only its hash is stored and it never prints itself.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/linking-accounts/">Linking
 *     accounts</a>
 */
public record Nonce(String value) {

  public static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  public Nonce {
    Objects.requireNonNull(value, "'value' must not be null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("'value' must be 256 bits in base64url");
    }
  }

  public static Nonce of(byte[] entropy) {
    if (entropy.length != BYTES) {
      throw new IllegalArgumentException("'entropy' must have 32 bytes");
    }
    return new Nonce(Base64.getUrlEncoder().withoutPadding().encodeToString(entropy));
  }

  /** The nonce that a webhook brings, if it has the form of ours. */
  public static Optional<Nonce> parse(String value) {
    return value != null && FORM.matcher(value).matches()
        ? Optional.of(new Nonce(value))
        : Optional.empty();
  }

  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Nonce[hidden]";
  }
}
