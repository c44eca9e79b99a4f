package dev.musubi.testkit.contracts.architecture.broken.core.shop;

import dev.musubi.testkit.contracts.architecture.broken.core.sending.Round;
import java.util.Map;
import org.assertj.core.data.Offset;

/** Goes round with {@link Round}, needs a library, and has no order. */
public final class Circle {

  private Circle() {}

  public static Map<String, Object> map(Round round) {
    return Map.of("round", round, "offset", Offset.offset(1));
  }
}
