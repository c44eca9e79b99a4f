package dev.musubi.core.sending;

import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import java.util.Objects;

/**
 * Work that makes other systems, or our own stores, agree with a decision that is already stored.
 */
public sealed interface Chore extends Work permits Chore.Reconcile, Chore.Erase, Chore.SetUp {

  /** Make the tag at Shopify and the rich menu at LINE agree with the link as it is now. */
  record Reconcile(ShopId shop, Person person) implements Chore {
    public Reconcile {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(person, "'person' must not be null");
    }

    @Override
    public String name() {
      return "reconcile";
    }
  }

  /** Remove everything about a person from every store, the link last. */
  record Erase(ShopId shop, Person person) implements Chore {
    public Erase {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(person, "'person' must not be null");
    }

    @Override
    public String name() {
      return "erase";
    }
  }

  /** Prepare what a newly registered or changed shop needs at LINE. */
  record SetUp(ShopId shop) implements Chore {
    public SetUp {
      Objects.requireNonNull(shop, "'shop' must not be null");
    }

    @Override
    public String name() {
      return "set-up";
    }
  }
}
