package dev.musubi.core.shop;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Objects;

/**
 * Where and how the shop faces its shoppers: its name, its public origin, the path of the app proxy
 * there (merchants may change it), its currency, and the basic id of its LINE account.
 */
public record Storefront(
    String name, URI origin, String proxyPath, Currency currency, String lineBasicId) {

  public Storefront {
    Objects.requireNonNull(name, "'name' must not be null");
    Objects.requireNonNull(origin, "'origin' must not be null");
    Objects.requireNonNull(proxyPath, "'proxyPath' must not be null");
    Objects.requireNonNull(currency, "'currency' must not be null");
    Objects.requireNonNull(lineBasicId, "'lineBasicId' must not be null");
    if (!"https".equals(origin.getScheme()) || origin.getHost() == null) {
      throw new IllegalArgumentException("'origin' must be an https origin");
    }
    if (!origin.getRawPath().isEmpty() || origin.getRawQuery() != null) {
      throw new IllegalArgumentException("'origin' must have no path");
    }
    if (!proxyPath.matches("(/[A-Za-z0-9_-]{1,40}){2}")) {
      throw new IllegalArgumentException("'proxyPath' must look like /apps/line");
    }
    if (!lineBasicId.matches("@[A-Za-z0-9._-]{1,20}")) {
      throw new IllegalArgumentException("'lineBasicId' must look like @name");
    }
  }

  /**
   * Opens the account's chat with that word already written.
   *
   * @see <a href="https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/">LINE
   *     URL scheme</a>
   */
  public URI chatSaying(String word) {
    return URI.create("https://line.me/R/oaMessage/" + encoded(lineBasicId) + "/?" + encoded(word));
  }

  /** The shop's login, which leads back to that path of the shop. */
  public URI login(String returnTo) {
    return origin.resolve("/customer_authentication/login?return_to=" + encoded(returnTo));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
