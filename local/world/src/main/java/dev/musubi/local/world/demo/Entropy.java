package dev.musubi.local.world.demo;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes up secrets and ids of the forms that LINE and Shopify give out. */
public final class Entropy {
  private final SecureRandom random = new SecureRandom();

  ShopSecrets shop() {
    return new ShopSecrets("20" + digits(8), hex(16), lineUserId(), hex(16), "shpss_" + hex(16));
  }

  /** {@code U} and 32 hexadecimal digits. */
  public String lineUserId() {
    return "U" + hex(16);
  }

  /** Random bytes. */
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String hex(int count) {
    return HexFormat.of().formatHex(bytes(count));
  }

  private String digits(int count) {
    return random.ints(count, 0, 10).mapToObj(Integer::toString).reduce("", String::concat);
  }
}
