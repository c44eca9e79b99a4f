package dev.musubi.local.simulation.world;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.people.DataExports;
import dev.musubi.core.people.ErasureProofs;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Mark;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.Notifier;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Quotas;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Sender;
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
import dev.musubi.local.doors.Inbox;
import dev.musubi.local.doors.Ports;
import dev.musubi.testkit.memory.MemoryCarts;
import dev.musubi.testkit.memory.MemoryCatalogue;
import dev.musubi.testkit.memory.MemoryCustomerTags;
import dev.musubi.testkit.memory.MemoryDataExports;
import dev.musubi.testkit.memory.MemoryDeliveries;
import dev.musubi.testkit.memory.MemoryErasureProofs;
import dev.musubi.testkit.memory.MemoryLinks;
import dev.musubi.testkit.memory.MemoryNotices;
import dev.musubi.testkit.memory.MemoryOrders;
import dev.musubi.testkit.memory.MemoryPurchases;
import dev.musubi.testkit.memory.MemoryRecipients;
import dev.musubi.testkit.memory.MemoryRestocks;
import dev.musubi.testkit.memory.MemoryRuns;
import dev.musubi.testkit.memory.MemoryShopSecrets;
import dev.musubi.testkit.memory.MemoryShops;
import dev.musubi.testkit.memory.MemorySubscriptions;
import dev.musubi.testkit.memory.MemoryViews;
import dev.musubi.testkit.memory.MemoryWatches;
import dev.musubi.testkit.memory.SeededEntropy;
import java.time.InstantSource;
import java.util.List;

/** What outlives every death of a process: the stores in memory. */
record Stores(
    InstantSource clock,
    MemoryShopSecrets secrets,
    MemoryShops shops,
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
    MemoryCustomerTags tags,
    MemorySubscriptions subscriptions) {

  static Stores empty(InstantSource clock) {
    return new Stores(
        clock,
        new MemoryShopSecrets(),
        new MemoryShops(),
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
        new MemoryCustomerTags(),
        new MemorySubscriptions());
  }

  /** Those in which a person could leave a trace. */
  List<Object> all() {
    return List.of(
        shops,
        links,
        recipients,
        views,
        purchases,
        carts,
        orders,
        catalogue,
        watches,
        restocks,
        deliveries,
        exports,
        proofs,
        notices,
        runs);
  }

  /** Whether a try of that intent is or was under way, to whichever account of the customer. */
  boolean inFlight(SendIntent intent) {
    CustomerId customer = intent.to().customer();
    Link link = links.find(intent.shop(), List.of(customer)).get(customer);
    return link != null
        && recipients.find(intent.shop(), link.lineUsers()).values().stream()
            .anyMatch(
                state ->
                    state.mark(intent.id()).filter(Mark.InFlight.class::isInstance).isPresent());
  }

  Ports behind(
      Ground ground,
      Dispatch dispatch,
      LinePlatform line,
      Storefronts storefronts,
      Renderer renderer) {
    Perils perils = ground.perils();
    return new Ports(
        clock,
        perils.over(ShopSecrets.class, Perils.Behind.SECRETS, secrets),
        secrets::remove,
        perils.over(Shops.class, Perils.Behind.STORE, shops),
        perils.over(Links.class, Perils.Behind.STORE, links),
        perils.over(Recipients.class, Perils.Behind.STORE, recipients),
        perils.over(Views.class, Perils.Behind.STORE, views),
        perils.over(Purchases.class, Perils.Behind.STORE, purchases),
        perils.over(Carts.class, Perils.Behind.STORE, carts),
        perils.over(Orders.class, Perils.Behind.STORE, orders),
        perils.over(Catalogue.class, Perils.Behind.STORE, catalogue),
        perils.over(Watches.class, Perils.Behind.STORE, watches),
        perils.over(Restocks.class, Perils.Behind.STORE, restocks),
        perils.over(Deliveries.class, Perils.Behind.STORE, deliveries),
        perils.over(DataExports.class, Perils.Behind.STORE, exports),
        perils.over(ErasureProofs.class, Perils.Behind.STORE, proofs),
        perils.over(Notices.class, Perils.Behind.STORE, notices),
        perils.over(Runs.class, Perils.Behind.STORE, runs),
        perils.over(Outbox.class, Perils.Behind.QUEUES, dispatch),
        perils.over(Inbox.class, Perils.Behind.QUEUES, dispatch),
        perils.over(Sender.class, Perils.Behind.NOTHING, line),
        perils.over(Notifier.class, Perils.Behind.NOTHING, line),
        perils.over(Friends.class, Perils.Behind.LINE, line),
        perils.over(CustomerTags.class, Perils.Behind.SHOPIFY, tags),
        perils.over(ProductSource.class, Perils.Behind.SHOPIFY, storefronts),
        perils.over(VariantSource.class, Perils.Behind.SHOPIFY, new VariantDesk(storefronts)),
        perils.over(OrderSource.class, Perils.Behind.SHOPIFY, storefronts.orders()),
        perils.over(Subscriptions.class, Perils.Behind.SHOPIFY, subscriptions),
        perils.over(Quotas.class, Perils.Behind.NOTHING, line.quotas()),
        ground.landmarks(),
        new SeededEntropy(1),
        renderer,
        dispatch::giveBack);
  }
}
