package dev.musubi.local.shopify.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A product as it is now; published when {@code publishedAt} is present. */
public record Product(
    long id,
    String handle,
    String title,
    String productType,
    boolean giftCard,
    List<Variant> variants,
    Instant createdAt,
    Optional<Instant> publishedAt,
    Instant updatedAt) {

  public Product {
    variants = List.copyOf(variants);
  }

  static Product opened(ProductSpec spec, Instant now) {
    List<Variant> variants = spec.variants().stream().map(v -> Variant.opened(v, now)).toList();
    return new Product(
        spec.id(),
        spec.handle(),
        spec.title(),
        spec.productType(),
        spec.giftCard(),
        variants,
        now,
        Optional.of(now),
        now);
  }

  public Variant firstVariant() {
    return variants.getFirst();
  }

  public boolean published() {
    return publishedAt.isPresent();
  }

  public int stock() {
    return variants.stream().mapToInt(Variant::stock).sum();
  }

  public BigDecimal lowestPrice() {
    return variants.stream().map(Variant::price).min(Comparator.naturalOrder()).orElseThrow();
  }

  public BigDecimal highestPrice() {
    return variants.stream().map(Variant::price).max(Comparator.naturalOrder()).orElseThrow();
  }

  public Product withVariants(UnaryOperator<Variant> change, Instant now) {
    List<Variant> changed = variants.stream().map(change).toList();
    return new Product(
        id, handle, title, productType, giftCard, changed, createdAt, publishedAt, now);
  }

  public Product withPublishedAt(Optional<Instant> at, Instant now) {
    return new Product(id, handle, title, productType, giftCard, variants, createdAt, at, now);
  }
}
