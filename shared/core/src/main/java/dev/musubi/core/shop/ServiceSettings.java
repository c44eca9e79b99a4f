package dev.musubi.core.shop;

/**
 * What a shop chose for a kind of service message: on or off, whether it goes out in the quiet
 * hours too, and whether orders of the shop's tills and test orders are told as well.
 */
public record ServiceSettings(boolean enabled, boolean atNight, boolean pos, boolean tests) {

  public static ServiceSettings defaults() {
    return new ServiceSettings(false, false, false, false);
  }
}
