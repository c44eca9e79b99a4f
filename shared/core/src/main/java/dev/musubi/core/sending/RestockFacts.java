package dev.musubi.core.sending;

import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.Formats;
import dev.musubi.core.wording.ProductCard;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known, at the moment of sending, of a variant that is back and of the customer who waits
 * for it; {@code restock} is there while the message's wave is not settled.
 */
public record RestockFacts(
    Instant event,
    Optional<Watch> watch,
    Optional<Restock> restock,
    Optional<ProductFacts> product,
    List<Purchase> purchases)
    implements SubjectFacts {

  private static final int LONGEST_VARIANT = 30;

  public RestockFacts {
    Objects.requireNonNull(event, "'event' must not be null");
    Objects.requireNonNull(watch, "'watch' must not be null");
    Objects.requireNonNull(restock, "'restock' must not be null");
    Objects.requireNonNull(product, "'product' must not be null");
    purchases = List.copyOf(purchases);
  }

  /** What was gone in between and is back again is another event's to tell. */
  @Override
  public Optional<Reason> objection() {
    if (watch.isEmpty()) {
      return Optional.of(new Unwanted.NotWaiting());
    }
    Optional<Reason> bought = bought(watch.get());
    if (bought.isPresent()) {
      return bought;
    }
    if (restock.filter(r -> r.availability().since().equals(Optional.of(event))).isEmpty()) {
      return Optional.of(new Unwanted.SoldOut());
    }
    boolean offered = product.filter(p -> p.published() && !p.giftCard()).isPresent();
    return offered ? Optional.empty() : Optional.of(new Unwanted.Unavailable());
  }

  @Override
  public Optional<Reason> objection(Composed frozen) {
    return objection();
  }

  private Optional<Reason> bought(Watch wish) {
    return wish.fulfilledBy(purchases).map(purchase -> new Unwanted.Bought(purchase.order()));
  }

  /** The product with the variant's own price, title and address. */
  @Override
  public Content content(Shop shop) {
    VariantFacts variant = restock.orElseThrow().facts();
    SortedMap<String, String> values =
        new TreeMap<>(ProductCard.of(shop, product.orElseThrow(), "restock-" + variant.id()));
    variant
        .showing()
        .variant()
        .ifPresent(title -> values.put("variant", Formats.cut(title, LONGEST_VARIANT)));
    values.put(
        "price",
        Formats.money(
            variant.showing().price(), shop.storefront().currency(), shop.settings().language()));
    values.put("link", values.get("link") + "&variant=" + variant.id());
    return new Content(values, List.of());
  }
}
