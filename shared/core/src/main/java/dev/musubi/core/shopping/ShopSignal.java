package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one Shopify webhook means to Musubi. Webhooks come in any order, several times and up to a
 * day late: every signal carries Shopify's own time of what it tells.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Webhook topics</a>
 */
public sealed interface ShopSignal {

  /**
   * An order was placed, paid, changed or cancelled: a purchase, if its customer is known, and what
   * it came from.
   */
  record Ordered(Optional<Purchase> purchase, Carts.Names from, Tombstone tombstone)
      implements ShopSignal {
    public Ordered {
      Objects.requireNonNull(purchase, "'purchase' must not be null");
      Objects.requireNonNull(from, "'from' must not be null");
      Objects.requireNonNull(tombstone, "'tombstone' must not be null");
    }
  }

  /** A checkout was begun, used or completed. */
  record CheckoutHeard(Checkout checkout) implements ShopSignal {
    public CheckoutHeard {
      Objects.requireNonNull(checkout, "'checkout' must not be null");
    }
  }

  record ProductHeard(ProductFacts facts) implements ShopSignal {
    public ProductHeard {
      Objects.requireNonNull(facts, "'facts' must not be null");
    }
  }

  record ProductGone(ProductId product, Instant at) implements ShopSignal {}

  record StockHeard(ProductId product, ProductFacts.VariantStock stock) implements ShopSignal {}

  /** Tags of a customer were removed, by whomever. */
  record TagsRemoved(CustomerId customer, List<String> tags) implements ShopSignal {
    public TagsRemoved {
      tags = List.copyOf(tags);
    }
  }

  /** A person has to be forgotten. */
  record CustomerRedacted(CustomerId customer) implements ShopSignal {}

  /** The merchant removed the app. */
  record Uninstalled(Instant at) implements ShopSignal {}

  /** A topic, or a case of one, that Musubi does not act on. */
  record Other(String topic) implements ShopSignal {}
}
