package dev.musubi.core.sending;

import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Orders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is known of parcels. */
public final class ParcelFactsReader implements FactsReader {

  private final Orders orders;

  public ParcelFactsReader(Orders orders) {
    this.orders = orders;
  }

  @Override
  public Map<SendIntent, ParcelFacts> of(Shop shop, List<SendIntent> intents) {
    List<OrderId> ids = intents.stream().map(intent -> subject(intent).order()).distinct().toList();
    Map<OrderId, Order> known = orders.find(shop.id(), ids);
    Map<SendIntent, ParcelFacts> facts = new HashMap<>();
    for (SendIntent intent : intents) {
      Subject.Shipped subject = subject(intent);
      Optional<Order> order = Optional.ofNullable(known.get(subject.order()));
      facts.put(intent, new ParcelFacts(subject, order));
    }
    return facts;
  }

  private static Subject.Shipped subject(SendIntent intent) {
    return (Subject.Shipped) intent.subject();
  }
}
