package dev.musubi.aws.dynamodb;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.CartToken;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Tombstone;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where orders leave their tombstones: an item for each checkout and each cart that they name. */
final class Graves {

  private static final String ORDER = "order";
  private static final String AT = "orderedAt";

  private final Table table;
  private final InstantSource clock;

  Graves(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  void bury(ShopId shop, Carts.Names names, Tombstone tombstone) {
    String at = Times.sortable(tombstone.at());
    for (Item grave : graves(shop, names).toList()) {
      table.put(
          grave
              .with(ORDER, tombstone.order().toString())
              .with(AT, at)
              .expiring(tombstone.at().plus(Carts.KEPT)),
          Condition.of("attribute_not_exists(pk) OR orderedAt < :at").with(":at", Item.text(at)));
    }
  }

  Map<CheckoutToken, Tombstone> of(ShopId shop, List<Checkout> checkouts) {
    Map<Item, Tombstone> standing = new HashMap<>();
    table.find(checkouts.stream().flatMap(c -> graves(shop, names(c))).toList(), true).stream()
        .filter(item -> item.live(clock.instant()))
        .forEach(item -> standing.put(item.keyOnly(), tombstone(item)));
    Map<CheckoutToken, Tombstone> found = new HashMap<>();
    for (Checkout checkout : checkouts) {
      graves(shop, names(checkout))
          .flatMap(grave -> Optional.ofNullable(standing.get(grave)).stream())
          .reduce((one, other) -> other.at().isAfter(one.at()) ? other : one)
          .ifPresent(tombstone -> found.put(checkout.token(), tombstone));
    }
    return found;
  }

  private static Tombstone tombstone(Item item) {
    OrderId order = OrderId.parse(item.get(ORDER)).orElseThrow();
    return new Tombstone(order, Instant.parse(item.get(AT)));
  }

  private static Carts.Names names(Checkout checkout) {
    return new Carts.Names(Optional.of(checkout.token()), checkout.cart());
  }

  private static Stream<Item> graves(ShopId shop, Carts.Names names) {
    return Stream.concat(
        names.checkout().stream().map(CheckoutToken::value).map(t -> grave(shop, "checkout", t)),
        names.cart().stream().map(CartToken::value).map(t -> grave(shop, "cart", t)));
  }

  private static Item grave(ShopId shop, String sort, String token) {
    return Item.key(shop + "#bought#" + sort + "#" + token, ORDER);
  }
}
