package dev.musubi.local.shopify.shop;

import java.util.Optional;

/**
 * Reads the numbers by which Shopify names things, also out of a {@code gid://shopify/Type/number}.
 */
public final class Numbers {
  private static final String GID = "gid://shopify/";

  private Numbers() {}

  public static Optional<Long> parse(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  public static String gid(String type, long number) {
    return GID + type + "/" + number;
  }

  /** The number of a gid of that type; empty for another type and for what is no gid. */
  public static Optional<Long> ofGid(String type, String gid) {
    String start = GID + type + "/";
    return gid.startsWith(start) ? parse(gid.substring(start.length())) : Optional.empty();
  }
}
