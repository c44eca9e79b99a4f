package dev.musubi.core.shopping;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Shopify's token of a checkout, the one name it has in webhooks since 2026-04; 1 to 100 letters,
 * digits and dashes.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Webhook topics</a>
 */
public record CheckoutToken(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  public CheckoutToken {
    Objects.requireNonNull(value, "'value' must not be null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("'value' must be 1 to 100 letters, digits and dashes");
    }
  }

  /** The token that a text is, if it is one. */
  public static Optional<CheckoutToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new CheckoutToken(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
