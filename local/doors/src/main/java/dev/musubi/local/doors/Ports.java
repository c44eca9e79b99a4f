package dev.musubi.local.doors;

import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.people.DataExports;
import dev.musubi.core.people.ErasureProofs;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.PersonStore;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.sending.BrowseFactsReader;
import dev.musubi.core.sending.CartFactsReader;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.FactsReader;
import dev.musubi.core.sending.FollowUp;
import dev.musubi.core.sending.Meter;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.OrderFactsReader;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.ParcelFactsReader;
import dev.musubi.core.sending.Quotas;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.RestockFactsReader;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.shop.Entropy;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.core.shopping.Orders;
import dev.musubi.core.shopping.ProductSource;
import dev.musubi.core.shopping.Purchases;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.Subscriptions;
import dev.musubi.core.shopping.VariantSource;
import dev.musubi.core.shopping.Views;
import dev.musubi.core.shopping.Watches;
import dev.musubi.core.wording.Renderer;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.SeededEntropy;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every port as the functions get it, whatever stands behind: stores in memory, or all perils in
 * between.
 */
public record Ports(
    InstantSource clock,
    ShopSecrets secrets,
    Consumer<ShopId> revocation,
    Shops shops,
    Links links,
    Recipients recipients,
    Views views,
    Purchases purchases,
    Carts carts,
    Orders orders,
    Catalogue catalogue,
    Watches watches,
    Restocks restocks,
    Deliveries deliveries,
    DataExports exports,
    ErasureProofs proofs,
    Notices notices,
    Runs runs,
    Outbox outbox,
    Inbox inbox,
    Sender sender,
    Notifier notifier,
    Friends friends,
    CustomerTags tags,
    ProductSource source,
    VariantSource variants,
    OrderSource orderSource,
    Subscriptions subscriptions,
    Quotas quotas,
    Meter meter,
    Entropy entropy,
    Renderer renderer,
    Batch.GiveBack giveBack) {

  /** The stores themselves: nothing fails, and no message is given back. */
  public static Ports over(Stores stores, Inbox inbox) {
    return new Ports(
        stores.clock(),
        stores.secrets(),
        stores.secrets()::remove,
        stores.shops(),
        stores.links(),
        stores.recipients(),
        stores.views(),
        stores.purchases(),
        stores.carts(),
        stores.orders(),
        stores.catalogue(),
        stores.watches(),
        stores.restocks(),
        stores.deliveries(),
        stores.exports(),
        stores.proofs(),
        stores.notices(),
        stores.runs(),
        stores.outbox(),
        inbox,
        stores.sender(),
        stores.notifier(),
        stores.friends(),
        stores.tags(),
        stores.source(),
        stores.variants(),
        stores.orderSource(),
        stores.subscriptions(),
        stores.quotas(),
        stores.meter(),
        new SeededEntropy(1),
        new FlexRenderer(stores.templates()),
        (queue, delays) -> {});
  }

  /** What reads the facts of each kind, as push's wiring has it. */
  public Map<Kind, FactsReader> factsReaders() {
    Map<Kind, FactsReader> readers = new EnumMap<>(Kind.class);
    readers.put(Kind.CART, new CartFactsReader(carts, purchases, catalogue));
    readers.put(Kind.BROWSE, new BrowseFactsReader(views, purchases, catalogue));
    readers.put(Kind.ORDER, new OrderFactsReader(orders));
    readers.put(Kind.SHIPPING, new ParcelFactsReader(orders));
    readers.put(Kind.RESTOCK, new RestockFactsReader(watches, restocks, purchases, catalogue));
    return readers;
  }

  /** What each kind does after a judgement, as push's wiring has it. */
  public Map<Kind, FollowUp> followUps() {
    Map<Kind, FollowUp> followUps = new EnumMap<>(Kind.class);
    followUps.put(Kind.CART, new CartReminders(carts, outbox));
    return followUps;
  }

  /** Every store that holds persons but the links, which an erasure reaches last. */
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
}
