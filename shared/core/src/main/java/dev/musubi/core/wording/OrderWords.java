package dev.musubi.core.wording;

import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Order;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an order stands in a message: the values {@code shop}, {@code number} and {@code link}, which
 * leads to the order's own page or, where none is known, to the shop's account page.
 */
public final class OrderWords {

  private static final int LONGEST_NUMBER = 30;

  private OrderWords() {}

  public static SortedMap<String, String> of(Shop shop, Order order) {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("shop", shop.storefront().name());
    values.put("number", Formats.cut(order.origin().number(), LONGEST_NUMBER));
    values.put(
        "link",
        order
            .origin()
            .page()
            .orElseGet(() -> shop.storefront().origin().resolve("/account"))
            .toASCIIString());
    return values;
  }

  public static Content content(SortedMap<String, String> values) {
    return new Content(values, List.of());
  }
}
