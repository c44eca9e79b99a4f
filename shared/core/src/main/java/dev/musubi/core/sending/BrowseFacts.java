package dev.musubi.core.sending;

import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import dev.musubi.core.wording.ProductCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known, at the moment of sending, of the products that a customer viewed on a day that
 * began at {@code since}; what was bought that day or later is not shown again, even if it was
 * looked at once more.
 */
public record BrowseFacts(
    Subject.Viewed subject,
    Instant since,
    Optional<ViewTally> tally,
    List<Purchase> purchases,
    Map<ProductId, ProductFacts> products)
    implements SubjectFacts {

  public BrowseFacts {
    Objects.requireNonNull(subject, "'subject' must not be null");
    Objects.requireNonNull(since, "'since' must not be null");
    Objects.requireNonNull(tally, "'tally' must not be null");
    Objects.requireNonNull(products, "'products' must not be null");
    purchases = List.copyOf(purchases);
  }

  /** The viewed products that are still worth showing, most viewed first, at most {@code most}. */
  public List<ProductFacts> worthShowing(int most) {
    List<ProductFacts> worth = new ArrayList<>();
    for (ViewTally.Viewed viewed : viewed()) {
      if (worth.size() < most && objection(viewed).isEmpty()) {
        worth.add(products.get(viewed.product()));
      }
    }
    return worth;
  }

  /** What the customer looked at, one card a product. */
  @Override
  public Content content(Shop shop) {
    List<ProductFacts> shown = worthShowing(shop.settings().kinds().browse().maxProducts());
    SortedMap<String, String> values = new TreeMap<>();
    values.put("count", Integer.toString(shown.size()));
    values.put("first", ProductCard.title(shown.getFirst().showing().title()));
    String campaign = "browse-" + subject.run();
    return new Content(values, shown.stream().map(p -> ProductCard.of(shop, p, campaign)).toList());
  }

  @Override
  public Optional<Reason> objection(Composed frozen) {
    return objection(ProductCard.products(frozen));
  }

  /** Why none of {@code among} is worth showing any more, or nothing if one still is. */
  private Optional<Reason> objection(List<ProductId> among) {
    List<Reason> objections = new ArrayList<>();
    for (ViewTally.Viewed viewed : viewed()) {
      if (among.contains(viewed.product())) {
        Optional<Reason> objection = objection(viewed);
        if (objection.isEmpty()) {
          return Optional.empty();
        }
        objections.add(objection.get());
      }
    }
    return Unwanted.weightiest(objections).or(() -> Optional.of(new Unwanted.NothingSeen()));
  }

  @Override
  public Optional<Reason> objection() {
    return objection(viewed().stream().map(ViewTally.Viewed::product).toList());
  }

  private List<ViewTally.Viewed> viewed() {
    return tally.map(ViewTally::products).orElse(List.of());
  }

  private Optional<Reason> objection(ViewTally.Viewed viewed) {
    Optional<OrderId> order = boughtBy(viewed);
    if (order.isPresent()) {
      return Optional.of(new Unwanted.Bought(order.get()));
    }
    ProductFacts facts = products.get(viewed.product());
    if (facts == null || !facts.published() || facts.giftCard()) {
      return Optional.of(new Unwanted.Unavailable());
    }
    return facts.inStock() ? Optional.empty() : Optional.of(new Unwanted.SoldOut());
  }

  private Optional<OrderId> boughtBy(ViewTally.Viewed viewed) {
    return purchases.stream()
        .filter(purchase -> !purchase.cancelled())
        .filter(purchase -> !purchase.at().isBefore(since))
        .filter(purchase -> purchase.products().contains(viewed.product()))
        .map(Purchase::order)
        .findFirst();
  }
}
