package dev.musubi.local.shopify.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * Makes the simulator's identifiers from a counter and the clock instead of from chance, so that a
 * world with a set clock repeats itself. They are unique within a world, and guessable.
 */
public final class Identifiers {
  private static final long FIRST_NUMBER = 5_700_000_000_000L;

  private final InstantSource clock;
  private long last;

  Identifiers(InstantSource clock, long last) {
    this.clock = clock;
    this.last = last;
  }

  public synchronized long number() {
    return FIRST_NUMBER + ++last;
  }

  /** 32 hexadecimal digits. */
  public String token() {
    return hash().substring(0, 32);
  }

  /** In the form of a UUID of version 4. */
  public String uuid() {
    String h = hash();
    return "%s-%s-4%s-a%s-%s"
        .formatted(
            h.substring(0, 8),
            h.substring(8, 12),
            h.substring(13, 16),
            h.substring(17, 20),
            h.substring(20, 32));
  }

  synchronized long last() {
    return last;
  }

  private String hash() {
    Instant now = clock.instant();
    String source = number() + "@" + now;
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(source.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
