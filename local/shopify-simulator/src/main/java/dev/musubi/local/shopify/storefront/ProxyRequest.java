package dev.musubi.local.shopify.storefront;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A storefront request below {@code /apps/line}: the path behind that with its raw query, whoever
 * is logged in, and what the browser sent along.
 */
public record ProxyRequest(
    String method,
    String pathAndQuery,
    Optional<Long> loggedIn,
    byte[] body,
    Optional<String> contentType,
    String clientAddress) {
  /** From the block of addresses that is reserved for documentation. */
  private static final String SOME_SHOPPER = "203.0.113.10";

  public ProxyRequest {
    if (!pathAndQuery.startsWith("/")) {
      throw new IllegalArgumentException("'pathAndQuery' must start with '/'");
    }
  }

  static ProxyRequest byAct(
      Optional<Long> loggedIn, String method, String pathAndQuery, String body) {
    return new ProxyRequest(
        method,
        pathAndQuery,
        loggedIn,
        body.getBytes(StandardCharsets.UTF_8),
        Optional.of("application/x-www-form-urlencoded").filter(type -> !body.isEmpty()),
        SOME_SHOPPER);
  }

  String path() {
    return pathAndQuery.split("\\?", 2)[0];
  }

  /** Empty without one. */
  String query() {
    String[] parts = pathAndQuery.split("\\?", 2);
    return parts.length == 2 ? parts[1] : "";
  }
}
