package dev.musubi.core.sending;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Work that makes other systems, or our own stores, agree with a decision that is already stored.
 */
public sealed interface Chore extends Work {

  private static String named(String chore, ShopId shop, String... parts) {
    String[] all = new String[parts.length + 1];
    all[0] = shop.handle();
    System.arraycopy(parts, 0, all, 1, parts.length);
    return chore + "." + HexFormat.of().formatHex(Digest.of(all));
  }

  private static String named(String chore, ShopId shop, Person person) {
    return named(
        chore,
        shop,
        person.customer().map(CustomerId::toString).orElse(""),
        person.lineUser().map(LineUserId::value).orElse(""));
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

  /**
   * Remove everything about a person from every store, the link last; {@code again} a day later,
   * for what was under way or told late.
   */
  record Erase(ShopId shop, Person person, boolean again) implements Chore {

    public Erase {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(person, "'person' must not be null");
    }

    @Override
    public String name() {
      return Chore.named(again ? "erase-again" : "erase", shop, person);
    }
  }

  /** Remove everything of a shop that removed the app. */
  record EraseShop(ShopId shop) implements Chore {

    public EraseShop {
      Objects.requireNonNull(shop, "'shop' must not be null");
    }

    @Override
    public String name() {
      return "erase-shop." + shop;
    }
  }

  /** Write down what every store holds about a customer; {@code request} names who asked. */
  record Export(ShopId shop, CustomerId customer, String request) implements Chore {

    public Export {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(customer, "'customer' must not be null");
      Objects.requireNonNull(request, "'request' must not be null");
    }

    @Override
    public String name() {
      return Chore.named("export", shop, customer.toString(), request);
    }
  }

  /** Shopify merged two customers: what is held under one goes to the other. */
  record Merge(ShopId shop, CustomerId from, CustomerId to, boolean again) implements Chore {

    public Merge {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(from, "'from' must not be null");
      Objects.requireNonNull(to, "'to' must not be null");
    }

    @Override
    public String name() {
      return Chore.named(again ? "merge-again" : "merge", shop, from.toString(), to.toString());
    }
  }

  /** Shopify deleted the customer: the link ends, unless a merge moved it. */
  record Depart(ShopId shop, CustomerId customer) implements Chore {

    public Depart {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(customer, "'customer' must not be null");
    }

    @Override
    public String name() {
      return Chore.named("depart", shop, customer.toString());
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

  /** Make sure that the catalogue knows these products freshly enough. */
  record Refresh(ShopId shop, List<ProductId> products) implements Chore {
    public Refresh {
      Objects.requireNonNull(shop, "'shop' must not be null");
      products = List.copyOf(products);
    }

    @Override
    public String name() {
      byte[] digest = Digest.of(shop.handle(), products.toString());
      return "refresh." + HexFormat.of().formatHex(digest);
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
