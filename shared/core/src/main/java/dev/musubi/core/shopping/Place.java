package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A place in the line of those who wait for a variant: oldest first, times in milliseconds; {@code
 * tie} tells those of the same time apart without naming them.
 */
public record Place(Instant since, String tie) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::since).thenComparing(Place::tie);
  private static final int TIE_BYTES = 8;

  public Place {
    Objects.requireNonNull(tie, "'tie' must not be null");
    since = since.truncatedTo(ChronoUnit.MILLIS);
  }

  public static Place of(VariantId variant, CustomerId customer, Instant since) {
    try {
      byte[] whole = (variant + "#" + customer).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole);
      return new Place(since, HexFormat.of().formatHex(digest, 0, TIE_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, Objects.requireNonNull(other));
  }
}
