package dev.musubi.core.shop;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Something that must never be printed. */
public record Secret(String value) {

  public Secret {
    Objects.requireNonNull(value, "'value' must not be null");
    if (value.isBlank()) {
      throw new IllegalArgumentException("'value' must not be blank");
    }
  }

  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
