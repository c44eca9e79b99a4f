package dev.musubi.testkit.functions;

import dev.musubi.core.people.PersonStore;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.sending.BrowseFactsReader;
import dev.musubi.core.sending.CartFactsReader;
import dev.musubi.core.sending.FactsReader;
import dev.musubi.core.sending.FollowUp;
import dev.musubi.core.sending.OrderFactsReader;
import dev.musubi.core.sending.ParcelFactsReader;
import dev.musubi.core.sending.RestockFactsReader;
import dev.musubi.core.shop.Kind;
import dev.musubi.testkit.memory.MemoryCarts;
import dev.musubi.testkit.memory.MemoryCatalogue;
import dev.musubi.testkit.memory.MemoryCustomerTags;
import dev.musubi.testkit.memory.MemoryDataExports;
import dev.musubi.testkit.memory.MemoryDeliveries;
import dev.musubi.testkit.memory.MemoryErasureProofs;
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
import dev.musubi.testkit.memory.MemoryRestocks;
import dev.musubi.testkit.memory.MemoryRuns;
import dev.musubi.testkit.memory.MemorySender;
import dev.musubi.testkit.memory.MemoryShopSecrets;
import dev.musubi.testkit.memory.MemoryShops;
import dev.musubi.testkit.memory.MemorySubscriptions;
import dev.musubi.testkit.memory.MemoryVariantSource;
import dev.musubi.testkit.memory.MemoryViews;
import dev.musubi.testkit.memory.MemoryWatches;
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
    MemoryCarts carts,
    MemoryOrders orders,
    MemoryCatalogue catalogue,
    MemoryWatches watches,
    MemoryRestocks restocks,
    MemoryDeliveries deliveries,
    MemoryDataExports exports,
    MemoryErasureProofs proofs,
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
    MemoryVariantSource variants,
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
        new MemoryCarts(clock),
        new MemoryOrders(clock),
        new MemoryCatalogue(clock),
        new MemoryWatches(clock),
        new MemoryRestocks(clock),
        new MemoryDeliveries(clock),
        new MemoryDataExports(clock),
        new MemoryErasureProofs(),
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
        new MemoryVariantSource(clock),
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

  /** Every store that holds persons but the links. */
  public List<PersonStore> holders() {
    return List.of(
        new PersonStore("recipients", recipients),
        new PersonStore("views", views),
        new PersonStore("purchases", purchases),
        new PersonStore("carts", carts),
        new PersonStore("orders", orders),
        new PersonStore("watches", watches),
        new PersonStore("notices", notices),
        new PersonStore("exports", exports),
        new PersonStore("deliveries", deliveries));
  }

  /** The readers of every kind's facts, over these stores. */
  public Map<Kind, FactsReader> factsReaders() {
    Map<Kind, FactsReader> readers = new EnumMap<>(Kind.class);
    readers.put(Kind.CART, new CartFactsReader(carts, purchases, catalogue));
    readers.put(Kind.BROWSE, new BrowseFactsReader(views, purchases, catalogue));
    readers.put(Kind.ORDER, new OrderFactsReader(orders));
    readers.put(Kind.SHIPPING, new ParcelFactsReader(orders));
    readers.put(Kind.RESTOCK, new RestockFactsReader(watches, restocks, purchases, catalogue));
    return readers;
  }

  /** What each kind does after a judgement, over these stores. */
  public Map<Kind, FollowUp> followUps() {
    Map<Kind, FollowUp> followUps = new EnumMap<>(Kind.class);
    followUps.put(Kind.CART, new CartReminders(carts, outbox));
    return followUps;
  }
}
