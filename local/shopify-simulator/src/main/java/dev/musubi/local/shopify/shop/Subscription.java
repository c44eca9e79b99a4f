package dev.musubi.local.shopify.shop;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A shop-specific webhook subscription, made through the Admin API. An empty {@code includeFields}
 * includes every field.
 */
public record Subscription(
    long id,
    String topic,
    URI uri,
    Optional<String> name,
    List<String> includeFields,
    Instant createdAt) {
  public Subscription {
    Require.positive(id, "id");
    Require.text(topic, "topic");
    includeFields = List.copyOf(includeFields);
  }
}
