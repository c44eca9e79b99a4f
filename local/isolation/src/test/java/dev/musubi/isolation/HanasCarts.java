package dev.musubi.isolation;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.memory.MemorySender.Arrived;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hana, a linked friend, and the checkout that she leaves behind in a shop that reminds, through
 * every function that has a part in it.
 */
abstract class HanasCarts {

  static final Instant TEN = Instant.parse("2026-11-23T01:00:00Z");
  static final long BOWL = 100;
  static final long CUP = 200;
  static final String WHOLE = item(BOWL, 1);
  static final OrderId ORDER = new OrderId(5);

  final Walk walk = new Walk(TEN);

  HanasCarts() {
    reminds(HANAMICHI, Map.of());
    walk.link(HANAMICHI);
    walk.product(HANAMICHI, BOWL, "椀");
    walk.product(HANAMICHI, CUP, "湯呑");
  }

  void reminds(ExampleShop shop, Map<String, Object> changed) {
    Map<String, Object> cart = new TreeMap<>(Map.of("enabled", true, "after", List.of("PT1H")));
    Map<String, Object> settings = new TreeMap<>();
    changed.forEach(
        (name, value) ->
            (name.equals("timeZone") || name.equals("quietHours") ? settings : cart)
                .put(name, value));
    settings.put("kinds", Map.of("CART", cart));
    settings.put("contactBudget", Map.of("messages", 90, "days", 7));
    walk.settings(shop, settings);
  }

  static Map<String, Object> quiet(String from, String to) {
    return Map.of("from", from, "to", to);
  }

  /** The checkout {@code c0ffee} was used at that instant, as Shopify tells it. */
  void used(Instant at) {
    use("c0ffee", at, customer(), WHOLE, "null");
  }

  void use(String token, Instant at, String customer, String items, String completed) {
    walk.shopify(
        HANAMICHI,
        "checkouts/update",
        checkout(at, customer, items, completed).replace("c0ffee", token));
  }

  static String checkout(Instant at, String customer, String items, String completed) {
    return """
        {"token":"c0ffee","cart_token":"ca57","customer":%s,"line_items":[%s],"created_at":"%s",\
        "updated_at":"%s","completed_at":%s,"currency":"JPY","abandoned_checkout_url":\
        "https://hanamichi-tea.myshopify.com/checkouts/1/recover?key=k"}"""
        .formatted(customer, items, TEN, at, completed);
  }

  static String item(long product, int quantity) {
    return """
        {"product_id":%d,"variant_id":1,"variant_title":"Default Title","quantity":%d,\
        "price":"1000","gift_card":false}"""
        .formatted(product, quantity);
  }

  void ordered(String more) {
    walk.shopify(HANAMICHI, "orders/create", order(more));
  }

  String order(String more) {
    return """
        {"id":%s,"customer":%s,"created_at":"%s","line_items":[{"product_id":%d}]%s}"""
        .formatted(ORDER, customer(), walk.stores.clock().instant(), BOWL, more);
  }

  static String customer() {
    return "{\"id\":" + CUSTOMER + "}";
  }

  void soldOut(long product) {
    walk.shopify(
        HANAMICHI,
        "variants/out_of_stock",
        """
        {"id":1,"product_id":%d,"inventory_policy":"deny","updated_at":"%s"}"""
            .formatted(product, walk.stores.clock().instant().plusSeconds(1)));
  }

  /** Lets everything happen that is due until then, each at its time. */
  void walkTo(Instant to) {
    walk.settle();
    List<Instant> due = walk.stores.outbox().scheduledFor();
    while (!due.isEmpty() && !due.getFirst().isAfter(to)) {
      if (due.getFirst().isAfter(walk.stores.clock().instant())) {
        walk.stores.clock().set(due.getFirst());
      }
      walk.settle();
      due = walk.stores.outbox().scheduledFor();
    }
    walk.stores.clock().set(to);
  }

  List<Arrived> arrived() {
    return walk.stores.sender().arrived();
  }

  /** What became of Hana's carts, newest first. */
  List<Delivery> rows() {
    return walk.stores.deliveries().of(HANAMICHI.id(), new Addressee.Customer(CUSTOMER), 20);
  }

  static Reason why(Delivery row) {
    return row.result().reason().orElseThrow();
  }
}
