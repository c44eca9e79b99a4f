package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.UnknownName;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which order an act of the merchant means: the one of that name ({@code #1001}, or its number), or
 * else the newest that it can happen to, of the customer if one is given.
 */
public record OrderChoice(Optional<Long> customer, Optional<String> name) {

  public static OrderChoice newest() {
    return new OrderChoice(Optional.empty(), Optional.empty());
  }

  public static OrderChoice newestOf(long customer) {
    return new OrderChoice(Optional.of(customer), Optional.empty());
  }

  /** Refuses with the reason if there is none, or if it cannot happen to the one that is named. */
  Order in(Shop shop, Predicate<Order> possible, String otherwise) {
    return find(shop, possible).orElseThrow(() -> new ActRefused(otherwise));
  }

  Optional<Order> find(Shop shop, Predicate<Order> possible) {
    if (name.isPresent()) {
      return Optional.of(named(shop, name.get())).filter(possible);
    }
    return shop.orders().reversed().stream()
        .filter(order -> customer.isEmpty() || customer.get() == order.customerId())
        .filter(possible)
        .findFirst();
  }

  private static Order named(Shop shop, String name) {
    return shop.orders().stream()
        .filter(o -> o.name().equals(name) || Integer.toString(o.number()).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new UnknownName("order", name, shop.orders().stream().map(Order::name).toList()));
  }
}
