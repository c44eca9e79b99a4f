package dev.musubi.local.shopify;

import java.nio.file.Path;

/**
 * The vendors' own descriptions, which are no part of this project: tests without them are skipped.
 */
final class SharedFolder {
  static final String VARIABLE = "MUSUBI_SHARED";

  private SharedFolder() {}

  static Path path() {
    return Path.of(System.getenv(VARIABLE));
  }
}
