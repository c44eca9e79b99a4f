package dev.musubi.core.people;

import java.util.Objects;

/** What became of a customer's number. */
public sealed interface Fate {

  /** Under which number everything of that customer, whose fate this is, stands now. */
  default CustomerId standing(CustomerId customer) {
    return switch (this) {
      case Stands stands -> customer;
      case Erased erased -> customer;
      case MergedInto(CustomerId kept) -> kept;
    };
  }

  record Stands() implements Fate {}

  /** The person was erased and has not linked since: nothing may be kept under the number. */
  record Erased() implements Fate {}

  /** Shopify merged the customer into another. */
  record MergedInto(CustomerId kept) implements Fate {
    public MergedInto {
      Objects.requireNonNull(kept, "'kept' must not be null");
    }
  }
}
