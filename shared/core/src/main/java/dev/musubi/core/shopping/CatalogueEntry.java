package dev.musubi.core.shopping;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is stored of one product: its facts, or when it was gone from the shop, or neither. Older
 * news changes nothing, whatever the order in which webhooks come.
 */
public record CatalogueEntry(Optional<ProductFacts> facts, Optional<Instant> goneAt) {

  public static final CatalogueEntry NONE = new CatalogueEntry(Optional.empty(), Optional.empty());

  public CatalogueEntry {
    Objects.requireNonNull(facts, "'facts' must not be null");
    Objects.requireNonNull(goneAt, "'goneAt' must not be null");
    if (facts.isPresent() && goneAt.isPresent()) {
      throw new IllegalArgumentException("a product that is gone has no 'facts'");
    }
  }

  public CatalogueEntry heard(ProductFacts heard) {
    if (goneAt.filter(at -> !heard.updatedAt().isAfter(at)).isPresent()) {
      return this;
    }
    ProductFacts merged = facts.map(known -> known.merge(heard)).orElse(heard);
    return new CatalogueEntry(Optional.of(merged), Optional.empty());
  }

  /** Of a product that is not known, or is gone, nothing is kept. */
  public CatalogueEntry heard(ProductFacts.VariantStock stock) {
    return new CatalogueEntry(facts.map(known -> known.with(stock)), goneAt);
  }

  public CatalogueEntry gone(Instant at) {
    boolean outdated =
        facts.filter(known -> known.updatedAt().isAfter(at)).isPresent()
            || goneAt.filter(known -> known.isAfter(at)).isPresent();
    return outdated ? this : new CatalogueEntry(Optional.empty(), Optional.of(at));
  }
}
