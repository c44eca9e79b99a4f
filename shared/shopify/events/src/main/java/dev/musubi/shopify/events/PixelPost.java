package dev.musubi.shopify.events;

import dev.musubi.core.shopping.ProductId;
import java.time.Instant;
import java.util.Objects;

/**
 * What a browser's pixel posted. Nobody signs it: only {@link VisitorToken} tells who it is from,
 * and its time is the visitor's own.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/web-pixels-api/standard-events/product_viewed">product_viewed</a>
 */
public sealed interface PixelPost {

  int LONGEST = 16 * 1024;

  /** A product was looked at; {@code eventId} is the pixel's own, 1 to 64 characters. */
  record Viewed(String visitorToken, String eventId, ProductId product, Instant at)
      implements PixelPost {
    public Viewed {
      Objects.requireNonNull(visitorToken, "'visitorToken' must not be null");
      Objects.requireNonNull(eventId, "'eventId' must not be null");
      Objects.requireNonNull(product, "'product' must not be null");
      Objects.requireNonNull(at, "'at' must not be null");
    }

    @Override
    public String toString() {
      return "Viewed[" + product + "]";
    }
  }

  /** Another event, or one of a visitor who is not logged in. */
  record Ignored() implements PixelPost {}

  record Malformed() implements PixelPost {}

  static PixelPost read(byte[] body) {
    return body.length > LONGEST
        ? new Malformed()
        : PixelReading.post(body).orElseGet(Malformed::new);
  }
}
