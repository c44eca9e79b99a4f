package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * The one record of what became of an intent; its key is the intent's own time and send id. {@code
 * key} is the retry key under which LINE knows the message, once one was tried.
 */
public record Delivery(SendIntent intent, Result result, Optional<RetryKey> key, Instant at) {

  public Delivery {
    Objects.requireNonNull(intent, "'intent' must not be null");
    Objects.requireNonNull(result, "'result' must not be null");
    Objects.requireNonNull(key, "'key' must not be null");
    Objects.requireNonNull(at, "'at' must not be null");
  }

  /** The same row under another customer, as when Shopify merges two. */
  public Delivery movedTo(CustomerId customer) {
    return new Delivery(intent.to(new Addressee.Customer(customer)), result, key, at);
  }

  /** Whether it may be written where {@code stored} stands: a result only rises. */
  public boolean outranks(Delivery stored) {
    return result.rank() > stored.result.rank();
  }

  /** What is held, for the person to read. */
  public PersonalData.Holding holding() {
    String why =
        result.reason().map(reason -> ", " + reason.text(Language.EN, ZoneOffset.UTC)).orElse("");
    return new PersonalData.Holding(
        "message due at " + intent.due(),
        intent.subject().kind()
            + " "
            + intent.subject().occurrence()
            + ": "
            + result.getClass().getSimpleName()
            + why);
  }
}
