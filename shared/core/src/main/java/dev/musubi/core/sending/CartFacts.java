package dev.musubi.core.sending;

import dev.musubi.core.shop.CartSettings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.CartLine;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Tombstone;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.ProductCard;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is known, at the moment of sending, of a cart that was left behind: whether it was bought,
 * by its own order or by any other of the customer, and what of it can still be bought.
 */
record CartFacts(
    SendIntent intent,
    Shop shop,
    Optional<Cart> cart,
    Optional<Tombstone> tombstone,
    List<Purchase> purchases,
    Map<ProductId, ProductFacts> products)
    implements SubjectFacts {

  static final int MOST_SHOWN = 10;

  CartFacts {
    Objects.requireNonNull(intent, "'intent' must not be null");
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(cart, "'cart' must not be null");
    Objects.requireNonNull(tombstone, "'tombstone' must not be null");
    Objects.requireNonNull(products, "'products' must not be null");
    purchases = List.copyOf(purchases);
  }

  @Override
  public Optional<Verdict.Defer> tooEarly(Instant now) {
    if (whole().isPresent()) {
      return Optional.empty();
    }
    Duration delay = settings().after().get(subject().step() - 1);
    Instant until = cart.orElseThrow().usedAt().plus(delay);
    return until.isAfter(now)
        ? Optional.of(
            new Verdict.Defer(
                new Untimely.InUse(until), until, Optional.of(until.plus(Cart.GOOD_FOR))))
        : Optional.empty();
  }

  @Override
  public Optional<Reason> objection() {
    return whole().or(() -> none(line -> true)).or(this::tooSmall);
  }

  @Override
  public Optional<Reason> objection(Composed frozen) {
    List<ProductId> shown = ProductCard.products(frozen);
    return whole().or(() -> none(line -> shown.contains(line.item().product())));
  }

  /** The lines that are still worth showing, in the cart's order, one card each. */
  @Override
  public Content content(Shop shop) {
    List<CartLine> worth = worthShowing();
    SortedMap<String, String> values = new TreeMap<>();
    values.put("count", Integer.toString(worth.size()));
    values.put("first", ProductCard.title(facts(worth.getFirst()).orElseThrow().showing().title()));
    values.put("cart", CartLink.of(shop, cart.orElseThrow(), worth));
    return new Content(
        values,
        worth.stream()
            .limit(MOST_SHOWN)
            .map(line -> ProductCard.of(shop, facts(line).orElseThrow(), line))
            .toList());
  }

  /** What is wrong with the cart as a whole. */
  private Optional<Reason> whole() {
    if (cart.isEmpty()) {
      return Optional.of(new Unwanted.CartGone());
    }
    Cart known = cart.get();
    boolean overtaken = known.round().generation() > subject().generation();
    Optional<OrderId> order =
        overtaken ? tombstone.map(Tombstone::order) : known.boughtBy(tombstone);
    if (order.isPresent()) {
      return order.map(Unwanted.Bought::new);
    }
    if (overtaken
        || !known.newest().customer().equals(Optional.of(intent.to().customer()))
        || subject().step() > settings().after().size()) {
      return Optional.of(new Unwanted.Superseded());
    }
    return known.completed() ? Optional.of(new Unwanted.CheckedOut()) : Optional.empty();
  }

  /** Why none of those lines is worth showing, or nothing if one is. */
  private Optional<Reason> none(Predicate<CartLine> among) {
    List<Reason> objections = new ArrayList<>();
    for (CartLine line : lines()) {
      if (among.test(line)) {
        Optional<Reason> objection = objection(line);
        if (objection.isEmpty()) {
          return Optional.empty();
        }
        objections.add(objection.get());
      }
    }
    return Unwanted.weightiest(objections).or(() -> Optional.of(new Unwanted.CartGone()));
  }

  private Optional<Reason> objection(CartLine line) {
    Optional<OrderId> order = boughtBy(line);
    if (order.isPresent()) {
      return order.map(Unwanted.Bought::new);
    }
    Optional<ProductFacts> facts =
        facts(line).filter(f -> f.published() && !f.giftCard() && !line.giftCard());
    if (facts.isEmpty()) {
      return Optional.of(new Unwanted.Unavailable());
    }
    return sellable(facts.get(), line) ? Optional.empty() : Optional.of(new Unwanted.SoldOut());
  }

  private static boolean sellable(ProductFacts facts, CartLine line) {
    return line.item()
        .variant()
        .map(
            id ->
                facts.variants().stream()
                    .anyMatch(variant -> variant.id().equals(id) && variant.sellable()))
        .orElseGet(facts::inStock);
  }

  /** An order of the customer since this round began, at a till or from another cart. */
  private Optional<OrderId> boughtBy(CartLine line) {
    Instant since = cart.orElseThrow().round().since();
    return purchases.stream()
        .filter(purchase -> !purchase.cancelled() && !purchase.at().isBefore(since))
        .filter(purchase -> purchase.products().contains(line.item().product()))
        .map(Purchase::order)
        .findFirst();
  }

  private Optional<Reason> tooSmall() {
    BigDecimal value =
        worthShowing().stream().map(CartLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    return settings()
        .minimum()
        .filter(minimum -> value.compareTo(minimum) < 0)
        .map(minimum -> new Unwanted.TooSmall(value, minimum, shop.storefront().currency()));
  }

  private List<CartLine> worthShowing() {
    return lines().stream().filter(line -> objection(line).isEmpty()).toList();
  }

  private List<CartLine> lines() {
    return cart.map(known -> known.newest().lines()).orElse(List.of());
  }

  private Optional<ProductFacts> facts(CartLine line) {
    return Optional.ofNullable(products.get(line.item().product()));
  }

  private CartSettings settings() {
    return shop.settings().kinds().cart();
  }

  private Subject.Cart subject() {
    return (Subject.Cart) intent.subject();
  }
}
