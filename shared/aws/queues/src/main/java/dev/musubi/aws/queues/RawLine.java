package dev.musubi.aws.queues;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.Objects;

/** One event of a verified LINE webhook, as LINE wrote it; it never prints what it says. */
public record RawLine(ShopId shop, Instant receivedAt, String eventJson) {

  public RawLine {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(receivedAt, "'receivedAt' must not be null");
    Objects.requireNonNull(eventJson, "'eventJson' must not be null");
  }

  @Override
  public String toString() {
    return "RawLine[" + shop + ", " + eventJson.length() + " characters]";
  }
}
