package dev.musubi.core.shopping;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was last heard of a product: how it is shown, whether it may be shown, and whether a shopper
 * can have it. {@code readAt} is when it was last confirmed ({@link #UNCONFIRMED} if what was heard
 * leaves its stock open), {@code updatedAt} Shopify's own time of change.
 */
public record ProductFacts(
    ProductId id,
    Showing showing,
    boolean published,
    boolean giftCard,
    List<VariantStock> variants,
    Instant updatedAt,
    Instant readAt) {

  /** A webhook does not always tell whether a variant's stock is counted: such facts are read. */
  public static final Instant UNCONFIRMED = Instant.EPOCH;

  public ProductFacts {
    Objects.requireNonNull(id, "'id' must not be null");
    Objects.requireNonNull(showing, "'showing' must not be null");
    Objects.requireNonNull(updatedAt, "'updatedAt' must not be null");
    Objects.requireNonNull(readAt, "'readAt' must not be null");
    variants = List.copyOf(variants);
  }

  /** How a product is shown: the lowest price of its variants, and a picture if it has one. */
  public record Showing(String handle, String title, BigDecimal price, Optional<URI> picture) {
    public Showing {
      Objects.requireNonNull(handle, "'handle' must not be null");
      Objects.requireNonNull(title, "'title' must not be null");
      Objects.requireNonNull(price, "'price' must not be null");
      Objects.requireNonNull(picture, "'picture' must not be null");
    }
  }

  /** Whether one variant can be bought, and Shopify's time of that knowledge. */
  public record VariantStock(VariantId id, boolean sellable, Instant updatedAt) {
    public VariantStock {
      Objects.requireNonNull(id, "'id' must not be null");
      Objects.requireNonNull(updatedAt, "'updatedAt' must not be null");
    }
  }

  public boolean inStock() {
    return variants.stream().anyMatch(VariantStock::sellable);
  }

  /** The same product with newer knowledge of one variant; older knowledge changes nothing. */
  public ProductFacts with(VariantStock heard) {
    List<VariantStock> next = new ArrayList<>();
    boolean known = false;
    for (VariantStock variant : variants) {
      boolean same = variant.id().equals(heard.id());
      known |= same;
      next.add(same && heard.updatedAt().isAfter(variant.updatedAt()) ? heard : variant);
    }
    if (!known) {
      next.add(heard);
    }
    return new ProductFacts(id, showing, published, giftCard, next, updatedAt, readAt);
  }

  /**
   * Joins what is stored with what was heard: Shopify's newer time wins, webhooks come in any
   * order. They do not say what is a gift card; what was one stays one.
   */
  public ProductFacts merge(ProductFacts heard) {
    ProductFacts newer = heard.updatedAt.isBefore(updatedAt) ? this : heard;
    ProductFacts older = newer == this ? heard : this;
    ProductFacts merged = newer;
    for (VariantStock variant : older.variants) {
      boolean gone = newer.variants.stream().noneMatch(v -> v.id().equals(variant.id()));
      merged = gone ? merged : merged.with(variant);
    }
    return new ProductFacts(
        id,
        merged.showing,
        merged.published,
        giftCard || heard.giftCard,
        merged.variants,
        merged.updatedAt,
        merged.readAt);
  }
}
