package dev.musubi.local.shopify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** The vendors' own descriptions, which are not part of this project: named by MUSUBI_SHARED. */
final class SharedFolder {
  private SharedFolder() {}

  /** Skips the test where there is none. */
  static Path required() {
    Optional<String> folder = Optional.ofNullable(System.getenv("MUSUBI_SHARED"));
    assumeTrue(folder.isPresent(), "MUSUBI_SHARED names the folder of the vendors' descriptions");
    return Path.of(folder.orElseThrow());
  }
}
