package dev.musubi.local.shopify.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A customer of a shop; the phone is in E.164 form. */
public record Customer(
    long id,
    String name,
    String locale,
    Optional<String> phone,
    List<String> tags,
    Instant createdAt,
    Instant updatedAt) {

  public Customer {
    Require.positive(id, "id");
    Require.text(name, "name");
    Require.text(locale, "locale");
    tags = List.copyOf(tags);
  }

  /** Everybody has an address at a domain that is reserved for examples. */
  public String email() {
    return "customer-" + id + "@example.com";
  }

  public Customer withTags(List<String> to, Instant now) {
    return new Customer(id, name, locale, phone, to, createdAt, now);
  }
}
