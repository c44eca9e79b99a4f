package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Customer;
import dev.musubi.local.shopify.shop.Order;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import dev.musubi.local.shopify.webhook.Caused;
import dev.musubi.local.shopify.webhook.CustomerEvents;
import dev.musubi.local.shopify.webhook.Event;
import dev.musubi.local.shopify.webhook.Webhooks;
import java.util.ArrayList;
import java.util.List;

/** What happens to customers: tags, merging, deletion, and the two requests that the law knows. */
public final class CustomerActs {
  private final Shops shops;
  private final Webhooks webhooks;

  public CustomerActs(Shops shops, Webhooks webhooks) {
    this.shops = shops;
    this.webhooks = webhooks;
  }

  public Caused tag(String handle, long customer, List<String> tags) {
    return shops.in(handle, shop -> addTags(shop, shop.customer(customer), tags));
  }

  public Caused untag(String handle, long customer, List<String> tags) {
    return shops.in(handle, shop -> removeTags(shop, shop.customer(customer), tags));
  }

  /** Tags that differ in case alone are the same; what is there already causes nothing. */
  public Caused addTags(Shop shop, Customer customer, List<String> tags) {
    List<String> all = new ArrayList<>(customer.tags());
    List<String> added = new ArrayList<>();
    for (String tag : tags) {
      if (all.stream().noneMatch(tag::equalsIgnoreCase)) {
        all.add(tag);
        added.add(tag);
      }
    }
    Event event = CustomerEvents.tagsAdded(customer.id(), added, shops.now());
    return added.isEmpty() ? webhooks.send(shop, List.of()) : retag(shop, customer, all, event);
  }

  public Caused removeTags(Shop shop, Customer customer, List<String> tags) {
    List<String> removed =
        customer.tags().stream().filter(t -> tags.stream().anyMatch(t::equalsIgnoreCase)).toList();
    List<String> left = customer.tags().stream().filter(t -> !removed.contains(t)).toList();
    Event event = CustomerEvents.tagsRemoved(customer.id(), removed, shops.now());
    return removed.isEmpty() ? webhooks.send(shop, List.of()) : retag(shop, customer, left, event);
  }

  private Caused retag(Shop shop, Customer customer, List<String> tags, Event event) {
    Customer tagged = customer.withTags(tags, shops.now());
    shop.put(tagged);
    return webhooks.send(
        shop, List.of(CustomerEvents.updated(shop.spec().market(), tagged), event));
  }

  /** The request that a person's data be erased; the simulated shop itself keeps the customer. */
  public Caused erase(String handle, long customer) {
    return shops.in(
        handle,
        shop -> {
          Customer person = shop.customer(customer);
          Event event = CustomerEvents.redact(shop.spec(), person, orders(shop, customer));
          return webhooks.send(shop, List.of(event));
        });
  }

  /** A person's request to see their data. */
  public Caused export(String handle, long customer) {
    return shops.in(
        handle,
        shop -> {
          Customer person = shop.customer(customer);
          long request = shops.identifiers().number();
          Event event =
              CustomerEvents.dataRequest(shop.spec(), person, orders(shop, customer), request);
          return webhooks.send(shop, List.of(event));
        });
  }

  public Caused delete(String handle, long customer) {
    return shops.in(
        handle,
        shop -> {
          shop.removeCustomer(shop.customer(customer).id());
          return webhooks.send(shop, List.of(CustomerEvents.deleted(customer)));
        });
  }

  /** Makes two customers one: orders, tags and the open checkout go to the one that is kept. */
  public Caused merge(String handle, long kept, long merged) {
    return merge(handle, kept, merged, false);
  }

  /** The same; Shopify promises no order between the merge and the deletion that it brings. */
  public Caused merge(String handle, long kept, long merged, boolean deletionFirst) {
    if (kept == merged) {
      throw new ActRefused("a customer cannot be merged with itself");
    }
    return shops.in(
        handle,
        shop -> {
          Customer into = shop.customer(kept);
          Customer from = shop.customer(merged);
          orders(shop, merged).forEach(order -> shop.put(order.ownedBy(kept)));
          if (shop.openCheckout(kept).isEmpty()) {
            shop.openCheckout(merged).ifPresent(c -> shop.put(c.ownedBy(kept)));
          }
          List<String> tags = new ArrayList<>(into.tags());
          from.tags().stream().filter(t -> !tags.contains(t)).forEach(tags::add);
          Customer after = into.withTags(tags, shops.now());
          shop.put(after);
          shop.removeCustomer(merged);
          List<Event> events =
              List.of(
                  CustomerEvents.merged(kept, merged),
                  CustomerEvents.updated(shop.spec().market(), after),
                  CustomerEvents.deleted(merged));
          return webhooks.send(shop, deletionFirst ? events.reversed() : events);
        });
  }

  private static List<Order> orders(Shop shop, long customer) {
    return shop.orders().stream().filter(order -> order.customerId() == customer).toList();
  }
}
