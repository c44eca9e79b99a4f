package dev.musubi.inboundshopify;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Person;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.reminding.StockNews;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.Tombstone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Acts on what Shopify tells; the same signal twice, or late, or swapped with another, has one
 * effect.
 */
final class ShopNews {

  private final Shops shops;
  private final OrderNews orders;
  private final Catalogue catalogue;
  private final Links links;
  private final CartReminders carts;
  private final StockNews stock;
  private final Outbox outbox;

  ShopNews(
      Shops shops,
      OrderNews orders,
      Catalogue catalogue,
      Links links,
      CartReminders carts,
      StockNews stock,
      Outbox outbox) {
    this.shops = shops;
    this.orders = orders;
    this.catalogue = catalogue;
    this.links = links;
    this.carts = carts;
    this.stock = stock;
    this.outbox = outbox;
  }

  void hear(ShopId shop, ShopSignal signal) {
    if (signal.remembers().filter(customer -> links.erased(shop, customer)).isPresent()) {
      return;
    }
    switch (signal) {
      case ShopSignal.Ordered(Order order, Carts.Names from) -> ordered(shop, order, from);
      case ShopSignal.CheckoutHeard heard ->
          shops.find(shop).ifPresent(known -> carts.heard(known, heard.checkout()));
      case ShopSignal.ParcelHeard(OrderId order, Parcel parcel) ->
          orders.heard(shop, order, parcel);
      case ShopSignal.OrderNamed(OrderId order) -> orders.named(shop, order);
      case ShopSignal.ProductHeard heard -> catalogue.heard(shop, heard.facts());
      case ShopSignal.ProductGone gone -> catalogue.gone(shop, gone.product(), gone.at());
      case ShopSignal.StockHeard heard -> {
        catalogue.heard(shop, heard.product(), heard.stock());
        stock.hear(shop, heard);
      }
      case ShopSignal.InventoryMoved moved -> stock.moved(shop, List.of(moved));
      case ShopSignal.TagsRemoved removed -> tagsRemoved(shop, removed);
      case ShopSignal.CustomerRedacted redacted ->
          outbox.now(List.of(new Chore.Erase(shop, Person.of(redacted.customer()), false)));
      case ShopSignal.DataRequested(CustomerId customer, String request) ->
          outbox.now(List.of(new Chore.Export(shop, customer, request)));
      case ShopSignal.CustomersMerged(CustomerId kept, CustomerId gone) ->
          outbox.now(List.of(new Chore.Merge(shop, gone, kept, false)));
      case ShopSignal.CustomerDeleted deleted ->
          outbox.now(List.of(new Chore.Depart(shop, deleted.customer())));
      case ShopSignal.ShopRedacted redacted -> outbox.now(List.of(new Chore.EraseShop(shop)));
      case ShopSignal.Uninstalled uninstalled -> uninstalled(shop, uninstalled.at());
      case ShopSignal.Other other -> {}
    }
  }

  /** The cart is closed first: who dies before the order is kept leaves no reminder to a buyer. */
  private void ordered(ShopId shop, Order order, Carts.Names from) {
    if (!order.origin().test() && !from.none()) {
      Tombstone tombstone = new Tombstone(order.id(), order.origin().placedAt());
      shops.find(shop).ifPresent(known -> carts.ordered(known, from, tombstone));
    }
    orders.heard(shop, order);
  }

  /** Our tag, taken off by hand from who is linked, is put back; tags of others are left alone. */
  private void tagsRemoved(ShopId shop, ShopSignal.TagsRemoved removed) {
    boolean ours =
        removed.tags().stream()
            .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).equals(CustomerTags.LINKED));
    CustomerId customer = removed.customer();
    Optional<Link> link =
        ours
            ? Optional.ofNullable(links.find(shop, List.of(customer)).get(customer))
            : Optional.empty();
    if (link.flatMap(Link::current).isPresent()) {
      outbox.now(List.of(new Chore.Reconcile(shop, Person.of(customer))));
    }
  }

  /** Told late, after the app was installed again, it is no news. */
  private void uninstalled(ShopId id, Instant at) {
    for (Optional<Shop> shop = shops.find(id); shop.isPresent(); shop = shops.find(id)) {
      boolean late = at.isBefore(shop.get().installedAt());
      if (late || shops.save(shop.get().uninstalled(at)) == Saved.DONE) {
        return;
      }
    }
  }
}
