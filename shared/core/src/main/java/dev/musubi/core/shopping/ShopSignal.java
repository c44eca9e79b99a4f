package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What one Shopify webhook means to Musubi. Webhooks come in any order, several times and up to a
 * day late: every signal carries Shopify's own time of what it tells.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Webhook topics</a>
 */
public sealed interface ShopSignal {

  /** An order of a known customer was placed, paid, changed or cancelled. */
  record Ordered(Purchase purchase) implements ShopSignal {
    public Ordered {
      Objects.requireNonNull(purchase, "'purchase' must not be null");
    }
  }

  record ProductHeard(ProductFacts facts) implements ShopSignal {
    public ProductHeard {
      Objects.requireNonNull(facts, "'facts' must not be null");
    }
  }

  record ProductGone(ProductId product, Instant at) implements ShopSignal {}

  /** A variant came in stock or ran out, as Shopify saw it at that time. */
  record StockHeard(ProductId product, ProductFacts.VariantStock stock, Instant at)
      implements ShopSignal {}

  /** What is counted of a variant changed at one of its locations: nothing more is known of it. */
  record InventoryMoved(InventoryItemId item, Instant at) implements ShopSignal {}

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
