package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Port: the notification messages that LINE was asked for, found by their delivery tag, kept for
 * four days. What stands here was asked for once and is never asked for again.
 */
public interface Notices extends PersonalData {

  Duration KEPT = Duration.ofDays(4);

  /**
   * A notice as it stands: the tag that LINE knows it by, what it is for, and when LINE was asked.
   */
  record Notice(SendId tag, SendIntent intent, Instant at) {
    public Notice {
      Objects.requireNonNull(tag, "'tag' must not be null");
      Objects.requireNonNull(intent, "'intent' must not be null");
      Objects.requireNonNull(at, "'at' must not be null");
    }

    public static Notice of(SendIntent intent, Instant at) {
      return new Notice(intent.id(), intent, at);
    }

    /** The same notice for another customer, as when Shopify merges two; LINE knows the old tag. */
    public Notice movedTo(CustomerId customer) {
      return new Notice(tag, intent.to(new Addressee.Customer(customer)), at);
    }

    /** What is held, for the person to read. */
    public PersonalData.Holding holding() {
      return new PersonalData.Holding(
          "notification message asked for at " + at,
          intent.subject().kind() + " " + intent.subject().occurrence());
    }
  }

  /** Stores the notice before LINE is asked; false if one stands there: then it is not asked. */
  boolean open(Notice notice);

  /** LINE has definitely not taken it: it may be asked for again. */
  void withdraw(ShopId shop, SendId tag);

  /** Consistent: the notice of that tag. */
  Optional<Notice> find(ShopId shop, SendId tag);
}
