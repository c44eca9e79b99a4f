package dev.musubi.local.simulation.world;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The shops' checkouts as Shopify has them, for webhooks. */
final class CheckoutDesk {

  private record Key(int shop, String token) {}

  private final InstantSource clock;
  private final Map<Key, Instant> begun = new HashMap<>();

  CheckoutDesk(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether this use is the first one. */
  boolean begins(int shop, String token) {
    return begun.putIfAbsent(new Key(shop, token), clock.instant()) == null;
  }

  /** The body of the checkout topics for a use at that time. */
  String checkout(int shop, String handle, String token, int customer, int product) {
    return """
    {"token":"%s","cart_token":null,"customer":{"id":%d},"created_at":"%s","updated_at":"%s",\
    "completed_at":null,"abandoned_checkout_url":\
    "https://%s.myshopify.com/1/checkouts/ac/%s/recover?key=made-up",\
    "line_items":[{"product_id":%d,"variant_id":%d,"quantity":1,"price":"%s"}]}\
    """
        .formatted(
            token,
            customer,
            begun.get(new Key(shop, token)),
            clock.instant(),
            handle,
            token,
            product,
            Storefronts.variantOf(product),
            Storefronts.PRICE);
  }
}
