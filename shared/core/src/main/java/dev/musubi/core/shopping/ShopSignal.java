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

  /** An order was placed, paid, changed or cancelled. */
  record Ordered(Order order) implements ShopSignal {
    public Ordered {
      Objects.requireNonNull(order, "'order' must not be null");
    }
  }

  /** A fulfilment of an order was made or changed. */
  record ParcelHeard(OrderId order, Parcel parcel) implements ShopSignal {
    public ParcelHeard {
      Objects.requireNonNull(order, "'order' must not be null");
      Objects.requireNonNull(parcel, "'parcel' must not be null");
    }
  }

  /** An order of which nothing is told but its number: it has to be read. Our own queue says so. */
  record OrderNamed(OrderId order) implements ShopSignal {

    /** No topic of Shopify's. */
    public static final String TOPIC = "musubi/order";

    public OrderNamed {
      Objects.requireNonNull(order, "'order' must not be null");
    }

    /** As the queue carries it under {@link #TOPIC}. */
    public String body() {
      return "{\"id\":" + order + "}";
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
