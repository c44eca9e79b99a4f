package dev.musubi.core.sending;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Work that makes other systems, or our own stores, agree with a decision that is already stored.
 */
public sealed interface Chore extends Work
    permits Chore.Reconcile, Chore.Erase, Chore.SetUp, Chore.Refresh {

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
}
