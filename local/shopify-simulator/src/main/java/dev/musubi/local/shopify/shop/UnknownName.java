package dev.musubi.local.shopify.shop;

import java.util.List;

/**
 * A name that does not exist, with the names that do; {@code what} is shop, product or customer.
 */
public final class UnknownName extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String what;
  private final transient List<String> known;

  public UnknownName(String what, String name, List<String> known) {
    super("unknown " + what + " '" + name + "'; known are " + String.join(", ", known));
    this.what = what;
    this.known = List.copyOf(known);
  }

  public String what() {
    return what;
  }

  public List<String> known() {
    return known;
  }
}
