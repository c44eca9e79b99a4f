package dev.musubi.core.sending;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Work that makes other systems, or our own stores, agree with a decision that is already stored.
 */
public sealed interface Chore extends Work
    permits Chore.Reconcile, Chore.Erase, Chore.SetUp, Chore.CheckUp {

  private static String named(String chore, ShopId shop, Person person) {
    String customer = person.customer().map(CustomerId::toString).orElse("");
    String user = person.lineUser().map(LineUserId::value).orElse("");
    return chore + "." + HexFormat.of().formatHex(Digest.of(shop.handle(), customer, user));
  }

  /** Make the tag at Shopify and the rich menu at LINE agree with the link as it is now. */
  record Reconcile(ShopId shop, Person person) implements Chore {
    public Reconcile {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(person, "'person' must not be null");
    }

    @Override
    public String name() {
      return Chore.named("reconcile", shop, person);
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
      return Chore.named("erase", shop, person);
    }
  }

  /** Prepare what a newly registered or changed shop needs at LINE. */
  record SetUp(ShopId shop) implements Chore {
    public SetUp {
      Objects.requireNonNull(shop, "'shop' must not be null");
    }

    @Override
    public String name() {
      return "set-up." + shop;
    }
  }

  /**
   * Make sure that nothing of what Shopify should have told was lost: look after the webhooks, and
   * look through the orders that changed. {@code from} is where a check-up that was too long for
   * one turn goes on.
   */
  record CheckUp(ShopId shop, Optional<Instant> from) implements Chore {
    public CheckUp {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(from, "'from' must not be null");
    }

    public static CheckUp ofTheDay(ShopId shop) {
      return new CheckUp(shop, Optional.empty());
    }

    @Override
    public String name() {
      return "check-up." + shop + from.map(at -> "." + at.toEpochMilli()).orElse("");
    }
  }
}
