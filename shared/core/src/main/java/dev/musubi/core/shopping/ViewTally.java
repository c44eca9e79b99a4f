package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What one customer looked at on one day: most viewed first, ties by latest. */
public record ViewTally(CustomerId customer, List<Viewed> products) {

  public ViewTally {
    Objects.requireNonNull(customer, "'customer' must not be null");
    products = products.stream().sorted(Viewed.MOST_FIRST).toList();
  }

  /** What is held of that day, for the person to read. */
  public List<PersonalData.Holding> holdings(LocalDate day) {
    return products.stream()
        .map(
            viewed ->
                new PersonalData.Holding(
                    "viewed on " + day,
                    "product "
                        + viewed.product()
                        + ", times: "
                        + viewed.times()
                        + ", last at "
                        + viewed.latest()))
        .toList();
  }

  /** How often one product was viewed, and when last. */
  public record Viewed(ProductId product, int times, Instant latest) {

    private static final Comparator<Viewed> MOST_FIRST =
        Comparator.comparingInt(Viewed::times)
            .thenComparing(Viewed::latest)
            .reversed()
            .thenComparing(Viewed::product);

    public Viewed {
      Objects.requireNonNull(product, "'product' must not be null");
      Objects.requireNonNull(latest, "'latest' must not be null");
      if (times < 1) {
        throw new IllegalArgumentException("'times' must be at least 1");
      }
    }
  }
}
