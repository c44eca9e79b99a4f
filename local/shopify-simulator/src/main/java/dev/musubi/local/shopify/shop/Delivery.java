package dev.musubi.local.shopify.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One webhook on its way to one subscription: its payload and its id stay the same over all
 * attempts. Without a {@code subscription} it goes to the app-specific one.
 */
public record Delivery(
    String webhookId,
    String eventId,
    String topic,
    String payload,
    List<Header> extraHeaders,
    Instant triggeredAt,
    Optional<Subscription> subscription,
    int attempts,
    Optional<Instant> nextAttempt) {

  /** A header that only some topics have, such as {@code X-Shopify-Product-Id}. */
  public record Header(String name, String value) {}

  public Delivery {
    extraHeaders = List.copyOf(extraHeaders);
  }

  /** After one more attempt, or waiting for the next. */
  public Delivery with(int attemptsMade, Optional<Instant> next) {
    return new Delivery(
        webhookId,
        eventId,
        topic,
        payload,
        extraHeaders,
        triggeredAt,
        subscription,
        attemptsMade,
        next);
  }
}
