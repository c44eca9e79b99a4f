package dev.musubi.core.sending;

import dev.musubi.core.shop.Kind;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a message is about, as a reference; the occurrence tells two rightful sends about it apart.
 */
public sealed interface Subject {

  Kind kind();

  String occurrence();

  /**
   * A cart left behind: the checkout, how often it was begun anew after it was bought or reminded
   * of (from 1), and which of the shop's reminders it is (from 1).
   */
  record Cart(CheckoutToken checkout, int generation, int step) implements Subject {
    public Cart {
      Objects.requireNonNull(checkout, "'checkout' must not be null");
      if (generation < 1 || step < 1) {
        throw new IllegalArgumentException("'generation' and 'step' must be at least 1");
      }
    }

    @Override
    public Kind kind() {
      return Kind.CART;
    }

    @Override
    public String occurrence() {
      return checkout + "#" + generation + "#" + step;
    }
  }

  /** What was viewed on the shop-local day before the run of that date. */
  record Viewed(LocalDate run) implements Subject {
    public Viewed {
      Objects.requireNonNull(run, "'run' must not be null");
    }

    @Override
    public Kind kind() {
      return Kind.BROWSE;
    }

    public LocalDate day() {
      return run.minusDays(1);
    }

    @Override
    public String occurrence() {
      return run.toString();
    }
  }

  /** A variant came back in stock at that instant. */
  record Restocked(VariantId variant, Instant event) implements Subject {
    public Restocked {
      Objects.requireNonNull(variant, "'variant' must not be null");
      Objects.requireNonNull(event, "'event' must not be null");
    }

    @Override
    public Kind kind() {
      return Kind.RESTOCK;
    }

    @Override
    public String occurrence() {
      return variant + "#" + event;
    }
  }

  /** An order reached a status. */
  record Ordered(OrderId order, OrderStatus status) implements Subject {
    public Ordered {
      Objects.requireNonNull(order, "'order' must not be null");
      Objects.requireNonNull(status, "'status' must not be null");
    }

    @Override
    public Kind kind() {
      return Kind.ORDER;
    }

    @Override
    public String occurrence() {
      return order + "#" + status;
    }
  }

  /** A fulfilment of an order reached a status. */
  record Shipped(OrderId order, FulfilmentId fulfilment, ParcelStatus status) implements Subject {
    public Shipped {
      Objects.requireNonNull(order, "'order' must not be null");
      Objects.requireNonNull(fulfilment, "'fulfilment' must not be null");
      Objects.requireNonNull(status, "'status' must not be null");
    }

    @Override
    public Kind kind() {
      return Kind.SHIPPING;
    }

    @Override
    public String occurrence() {
      return fulfilment + "#" + status;
    }
  }
}
