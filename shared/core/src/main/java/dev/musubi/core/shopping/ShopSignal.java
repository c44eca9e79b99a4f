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
   * The customer about whom something would be kept: nothing is of who was erased. Signals that
   * only ask for work, or are about nobody, have none.
   */
  default Optional<CustomerId> remembers() {
    return switch (this) {
      case Ordered ordered -> ordered.order().customer();
      case CheckoutHeard heard -> heard.checkout().customer();
      case ParcelHeard heard -> Optional.empty();
      case OrderNamed named -> Optional.empty();
      case ProductHeard heard -> Optional.empty();
      case ProductGone gone -> Optional.empty();
      case StockHeard heard -> Optional.empty();
      case InventoryMoved moved -> Optional.empty();
      case TagsRemoved removed -> Optional.empty();
      case CustomerRedacted redacted -> Optional.empty();
      case DataRequested requested -> Optional.empty();
      case CustomersMerged merged -> Optional.empty();
      case CustomerDeleted deleted -> Optional.empty();
      case ShopRedacted redacted -> Optional.empty();
      case Uninstalled uninstalled -> Optional.empty();
      case Other other -> Optional.empty();
    };
  }

  /** An order was placed, paid, changed or cancelled, and which checkout and cart it came from. */
  record Ordered(Order order, Carts.Names from) implements ShopSignal {
    public Ordered {
      Objects.requireNonNull(order, "'order' must not be null");
      Objects.requireNonNull(from, "'from' must not be null");
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

  /** Somebody asked the merchant what is held about them; {@code request} is Shopify's number. */
  record DataRequested(CustomerId customer, String request) implements ShopSignal {}

  /** Two customers became one. */
  record CustomersMerged(CustomerId kept, CustomerId gone) implements ShopSignal {}

  /** The customer is gone, for good or into another one. */
  record CustomerDeleted(CustomerId customer) implements ShopSignal {}

  /** Two days after the merchant removed the app: forget the shop. */
  record ShopRedacted() implements ShopSignal {}

  /** The merchant removed the app. */
  record Uninstalled(Instant at) implements ShopSignal {}

  /** A topic, or a case of one, that Musubi does not act on. */
  record Other(String topic) implements ShopSignal {}
}
