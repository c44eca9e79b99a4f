package dev.musubi.core.people;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Everything that was held about a customer when it was asked for, for the merchant to hand on. */
public record DataExport(
    ShopId shop, CustomerId customer, String request, Instant at, List<Section> sections) {

  public static final Duration KEPT = Duration.ofDays(30);

  /** What one store held. */
  public record Section(String store, List<PersonalData.Holding> holdings) {
    public Section {
      Objects.requireNonNull(store, "'store' must not be null");
      holdings = List.copyOf(holdings);
    }
  }

  public DataExport {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(at, "'at' must not be null");
    if (!request.matches("[A-Za-z0-9-]{1,40}")) {
      throw new IllegalArgumentException("'request' must be 1 to 40 letters, digits or hyphens");
    }
    sections = List.copyOf(sections);
  }

  public Instant keptUntil() {
    return at.plus(KEPT);
  }

  /** The same export under another customer, as when Shopify merges two. */
  public DataExport movedTo(CustomerId other) {
    return new DataExport(shop, other, request, at, sections);
  }

  /** What is held, for the person to read. */
  public PersonalData.Holding holding() {
    return new PersonalData.Holding(
        "export of your data", "made at " + at + ", kept until " + keptUntil());
  }
}
