package dev.musubi.core.shop;

/**
 * How often an item was written; a writer names the version it saw, and loses against anybody who
 * was faster.
 */
public record Version(long number) {

  /** The version of what is not stored yet. */
  public static final Version NONE = new Version(0);

  public Version {
    if (number < 0) {
      throw new IllegalArgumentException("'number' must not be negative");
    }
  }

  public Version next() {
    return new Version(number + 1);
  }
}
