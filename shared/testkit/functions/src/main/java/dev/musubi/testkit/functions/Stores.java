package dev.musubi.testkit.functions;

import dev.musubi.core.sending.BrowseFactsReader;
import dev.musubi.core.sending.FactsReader;
import dev.musubi.core.sending.OrderFactsReader;
import dev.musubi.core.sending.ParcelFactsReader;
import dev.musubi.core.shop.Kind;
import dev.musubi.testkit.memory.MemoryCatalogue;
import dev.musubi.testkit.memory.MemoryCustomerTags;
import dev.musubi.testkit.memory.MemoryDeliveries;
import dev.musubi.testkit.memory.MemoryFriends;
import dev.musubi.testkit.memory.MemoryLinks;
import dev.musubi.testkit.memory.MemoryMeter;
import dev.musubi.testkit.memory.MemoryNotices;
import dev.musubi.testkit.memory.MemoryNotifier;
import dev.musubi.testkit.memory.MemoryOrderSource;
import dev.musubi.testkit.memory.MemoryOrders;
import dev.musubi.testkit.memory.MemoryOutbox;
import dev.musubi.testkit.memory.MemoryOwnTemplates;
import dev.musubi.testkit.memory.MemoryProductSource;
import dev.musubi.testkit.memory.MemoryPurchases;
import dev.musubi.testkit.memory.MemoryQuotas;
import dev.musubi.testkit.memory.MemoryRecipients;
import dev.musubi.testkit.memory.MemoryRuns;
import dev.musubi.testkit.memory.MemorySender;
import dev.musubi.testkit.memory.MemoryShopSecrets;
import dev.musubi.testkit.memory.MemoryShops;
import dev.musubi.testkit.memory.MemorySubscriptions;
import dev.musubi.testkit.memory.MemoryViews;
import dev.musubi.testkit.memory.SettableClock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every port in memory around one clock, so that several functions can work on the same state. */
public record Stores(
    SettableClock clock,
    MemoryShopSecrets secrets,
    MemoryShops shops,
    MemoryOwnTemplates templates,
    MemoryLinks links,
    MemoryRecipients recipients,
    MemoryViews views,
    MemoryPurchases purchases,
    MemoryOrders orders,
    MemoryCatalogue catalogue,
    MemoryDeliveries deliveries,
    MemoryNotices notices,
    MemoryRuns runs,
    MemoryOutbox outbox,
    MemorySender sender,
    MemoryNotifier notifier,
    MemoryFriends friends,
    MemoryCustomerTags tags,
    MemoryProductSource source,
    MemoryOrderSource orderSource,
    MemorySubscriptions subscriptions,
    MemoryQuotas quotas,
    MemoryMeter meter) {

  public static Stores empty(Instant now) {
    SettableClock clock = new SettableClock(now);
    return new Stores(
        clock,
        new MemoryShopSecrets(),
        new MemoryShops(),
        new MemoryOwnTemplates(),
        new MemoryLinks(clock),
        new MemoryRecipients(),
        new MemoryViews(clock),
        new MemoryPurchases(clock),
        new MemoryOrders(clock),
        new MemoryCatalogue(clock),
        new MemoryDeliveries(clock),
        new MemoryNotices(clock),
        new MemoryRuns(clock),
        new MemoryOutbox(clock),
        new MemorySender(clock),
        new MemoryNotifier(),
        new MemoryFriends(),
        new MemoryCustomerTags(),
        new MemoryProductSource(),
        new MemoryOrderSource(),
        new MemorySubscriptions(),
        new MemoryQuotas(clock),
        new MemoryMeter());
  }

  /** With both example shops registered and their secrets stored. */
  public static Stores ofTwoShops(Instant now) {
    Stores stores = empty(now);
    for (ExampleShop example : List.of(ExampleShop.HANAMICHI, ExampleShop.KYOTO)) {
      stores.secrets().put(example.id(), example.secrets());
      stores.shops().save(example.shop());
    }
    return stores;
  }

  /** The readers of every kind's facts, over these stores. */
  public Map<Kind, FactsReader> factsReaders() {
    Map<Kind, FactsReader> readers = new EnumMap<>(Kind.class);
    readers.put(Kind.BROWSE, new BrowseFactsReader(views, purchases, catalogue));
    readers.put(Kind.ORDER, new OrderFactsReader(orders));
    readers.put(Kind.SHIPPING, new ParcelFactsReader(orders));
    return readers;
  }
}
