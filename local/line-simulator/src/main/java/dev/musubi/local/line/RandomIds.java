package dev.musubi.local.line;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Makes the ids and tokens that LINE gives out, each in its form; nobody can guess them. */
final class RandomIds {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String ALPHANUMERIC =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final SecureRandom random = new SecureRandom();

  /** A ULID: 48 bits of time in milliseconds, 80 random ones. */
  String ulid(Instant now) {
    var text = new StringBuilder(26);
    var millis = now.toEpochMilli();
    for (var shift = 45; shift >= 0; shift -= 5) {
      text.append(CROCKFORD.charAt((int) (millis >>> shift) & 31));
    }
    for (var i = 0; i < 16; i++) {
      text.append(CROCKFORD.charAt(random.nextInt(32)));
    }
    return text.toString();
  }

  String requestId() {
    return UUID.randomUUID().toString();
  }

  String replyToken() {
    return hex(16);
  }

  String linkToken() {
    return alphanumeric(32);
  }

  String accessToken() {
    return "eyJhbGciOiJIUzI1NiJ9." + alphanumeric(60) + "." + alphanumeric(43);
  }

  /** A short-lived or long-lived channel access token. */
  String oldToken() {
    return alphanumeric(171) + "=";
  }

  String keyId() {
    return alphanumeric(22);
  }

  String refreshToken() {
    return alphanumeric(20);
  }

  String authorizationCode() {
    return alphanumeric(20);
  }

  String quoteToken() {
    return alphanumeric(64);
  }

  String readToken() {
    return alphanumeric(86);
  }

  String messageId() {
    return Long.toString(random.nextLong(100_000_000_000_000_000L, 1_000_000_000_000_000_000L));
  }

  String richMenuId() {
    return "richmenu-" + hex(16);
  }

  private String hex(int bytes) {
    var data = new byte[bytes];
    random.nextBytes(data);
    return HexFormat.of().formatHex(data);
  }

  private String alphanumeric(int length) {
    var text = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      text.append(ALPHANUMERIC.charAt(random.nextInt(ALPHANUMERIC.length())));
    }
    return text.toString();
  }
}
