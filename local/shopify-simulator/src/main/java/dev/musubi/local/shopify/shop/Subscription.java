package dev.musubi.local.shopify.shop;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A shop-specific webhook subscription, made through the Admin API. */
public record Subscription(
    long id, String topic, Terms terms, Instant createdAt, Instant updatedAt) {

  /**
   * Where it goes and what of it. An empty {@code includeFields} includes every field; a filter is
   * in Shopify's search syntax.
   */
  public record Terms(
      URI uri, Optional<String> name, Optional<String> filter, List<String> includeFields) {
    public Terms {
      includeFields = List.copyOf(includeFields);
    }

    /** Everything. */
    public static Terms to(URI uri) {
      return new Terms(uri, Optional.empty(), Optional.empty(), List.of());
    }
  }

  public Subscription {
    Require.positive(id, "id");
    Require.text(topic, "topic");
  }

  public static Subscription made(long id, String topic, Terms terms, Instant now) {
    return new Subscription(id, topic, terms, now, now);
  }

  public Subscription with(Terms to, Instant now) {
    return new Subscription(id, topic, to, createdAt, now);
  }

  public URI uri() {
    return terms.uri();
  }

  public Optional<String> name() {
    return terms.name();
  }
}
