package dev.musubi.local.world.people;

import java.util.Optional;

/**
 * A person of the world in one shop, and what the world knows of them: it stays when the product
 * forgets.
 */
public record PersonEntry(
    String shop, String person, long customerId, Optional<String> lineUserId) {

  /** Refuses a blank name. */
  public PersonEntry {
    if (person.isBlank()) {
      throw new IllegalArgumentException("'person' must not be blank");
    }
  }

  /**
   * The person's mobile number in E.164, the same in every shop that knows the customer; in Japan
   * no subscriber's number begins with a nought.
   */
  public String phone() {
    return "+81901%07d".formatted(customerId % 10_000_000);
  }
}
