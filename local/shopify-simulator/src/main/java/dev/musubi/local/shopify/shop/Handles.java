package dev.musubi.local.shopify.shop;

import java.util.regex.Pattern;

/** The shape of a handle: what stands in a shop's domain and in a product's address. */
final class Handles {
  private static final Pattern HANDLE = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private Handles() {}

  static void check(String handle, String name) {
    if (handle == null || !HANDLE.matcher(handle).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' must consist of lower-case letters, digits and hyphens");
    }
  }
}
