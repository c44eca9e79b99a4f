package dev.musubi.core.shop;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One tenant: the handle of a Shopify shop, the part before {@code .myshopify.com}, 1 to 60
 * characters.
 */
public record ShopId(String handle) {

  private static final String DOMAIN = ".myshopify.com";
  private static final Pattern HANDLE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  public ShopId {
    Objects.requireNonNull(handle, "'handle' must not be null");
    if (!HANDLE.matcher(handle).matches()) {
      throw new IllegalArgumentException("'handle' must be a myshopify.com handle");
    }
  }

  /** The shop that a stranger named, if the name has the form of a handle. */
  public static Optional<ShopId> parse(String handle) {
    return handle != null && HANDLE.matcher(handle).matches()
        ? Optional.of(new ShopId(handle))
        : Optional.empty();
  }

  /** The shop of a {@code <handle>.myshopify.com} domain, if it has that form. */
  public static Optional<ShopId> ofDomain(String domain) {
    return domain != null && domain.endsWith(DOMAIN)
        ? parse(domain.substring(0, domain.length() - DOMAIN.length()))
        : Optional.empty();
  }

  public String domain() {
    return handle + DOMAIN;
  }

  @Override
  public String toString() {
    return handle;
  }
}
