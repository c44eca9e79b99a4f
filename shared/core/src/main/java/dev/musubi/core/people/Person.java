package dev.musubi.core.people;

import java.util.Objects;
import java.util.Optional;

/** Whom a chore is about: a customer, a LINE user, or both. */
public record Person(Optional<CustomerId> customer, Optional<LineUserId> lineUser) {

  public Person {
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(lineUser, "'lineUser' must not be null");
    if (customer.isEmpty() && lineUser.isEmpty()) {
      throw new IllegalArgumentException("a person needs a 'customer' or a 'lineUser'");
    }
  }

  public static Person of(CustomerId customer) {
    return new Person(Optional.of(customer), Optional.empty());
  }

  public static Person of(LineUserId lineUser) {
    return new Person(Optional.empty(), Optional.of(lineUser));
  }

  public static Person of(CustomerId customer, LineUserId lineUser) {
    return new Person(Optional.of(customer), Optional.of(lineUser));
  }
}
