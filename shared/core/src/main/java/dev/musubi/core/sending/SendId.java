package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The deterministic identity of one intended send, 32 hex digits: the same intent always has the
 * same.
 */
public record SendId(String hex) implements Comparable<SendId> {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public SendId {
    Objects.requireNonNull(hex, "'hex' must not be null");
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("'hex' must be 32 hex digits");
    }
  }

  /** The id of those digits, if they are one. */
  public static Optional<SendId> parse(String hex) {
    return FORM.matcher(hex).matches() ? Optional.of(new SendId(hex)) : Optional.empty();
  }

  public static SendId of(ShopId shop, Addressee to, Subject subject) {
    return new SendId(
        HexFormat.of()
            .formatHex(
                Digest.of(shop.handle(), subject.kind().name(), subject.occurrence(), to.key())));
  }

  /** A sample that a merchant sends to a customer's phone: one a minute, however often asked. */
  public static SendId ofSample(ShopId shop, Kind kind, Addressee to, Instant at) {
    String minute = at.truncatedTo(ChronoUnit.MINUTES).toString();
    return new SendId(
        HexFormat.of()
            .formatHex(Digest.of("sample", shop.handle(), kind.name(), minute, to.key())));
  }

  /**
   * A part of {@code window} that is this send's own, so that what waited together does not go out
   * at once.
   */
  public Duration share(Duration window) {
    long seconds = Math.max(1, window.toSeconds());
    return Duration.ofSeconds(Long.parseLong(hex, 0, 8, 16) % seconds);
  }

  @Override
  public int compareTo(SendId other) {
    return hex.compareTo(Objects.requireNonNull(other).hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
