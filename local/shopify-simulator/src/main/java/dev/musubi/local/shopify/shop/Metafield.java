package dev.musubi.local.shopify.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A value that an app or the merchant keeps beside something of the shop, its owner. */
public record Metafield(
    long id, Name name, String type, String value, Instant createdAt, Instant updatedAt) {

  /** What it is known by; the owner is a gid. */
  public record Name(String owner, String namespace, String key) {}

  public Metafield with(String newType, String newValue, Instant now) {
    return new Metafield(id, name, newType, newValue, createdAt, now);
  }

  /** Changes with the value: who read this one can ask to overwrite this one alone. */
  public String digest() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((type + "\n" + value).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
