package dev.musubi.core.people;

import java.util.Objects;

/** Whom an intent is for; it is resolved to a LINE user at the last moment. */
public sealed interface Addressee {

  /** A text that names the addressee within its shop for ever. */
  String key();

  /** The customer whom it is about. */
  CustomerId customer();

  record Customer(CustomerId id) implements Addressee {
    public Customer {
      Objects.requireNonNull(id, "'id' must not be null");
    }

    @Override
    public String key() {
      return "customer:" + id;
    }

    @Override
    public CustomerId customer() {
      return id;
    }
  }
}
