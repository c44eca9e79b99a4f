package dev.musubi.core.shopping;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Shopify's token of a cart, which a checkout and the order it ends in both name; 1 to 200 visible
 * ASCII characters. Where one webhook writes it with a key behind a question mark and another
 * without, the part before it counts.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Webhook topics</a>
 */
public record CartToken(String value) {

  private static final Pattern FORM = Pattern.compile("[!->@-~]{1,200}");

  public CartToken {
    Objects.requireNonNull(value, "'value' must not be null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("'value' must be 1 to 200 visible ASCII characters");
    }
  }

  /** The token as Shopify writes it, if it is one. */
  public static Optional<CartToken> parse(String text) {
    String token = text.split("\\?", 2)[0];
    return FORM.matcher(token).matches() ? Optional.of(new CartToken(token)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
