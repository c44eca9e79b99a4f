package dev.musubi.inboundshopify;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ShopSignal;
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
  private final Outbox outbox;

  ShopNews(Shops shops, OrderNews orders, Catalogue catalogue, Links links, Outbox outbox) {
    this.shops = shops;
    this.orders = orders;
    this.catalogue = catalogue;
    this.links = links;
    this.outbox = outbox;
  }

  void hear(ShopId shop, ShopSignal signal) {
    switch (signal) {
      case ShopSignal.Ordered(Order order) -> orders.heard(shop, order);
      case ShopSignal.ParcelHeard(OrderId order, Parcel parcel) ->
          orders.heard(shop, order, parcel);
      case ShopSignal.OrderNamed(OrderId order) -> orders.named(shop, order);
      case ShopSignal.ProductHeard heard -> catalogue.heard(shop, heard.facts());
      case ShopSignal.ProductGone gone -> catalogue.gone(shop, gone.product(), gone.at());
      case ShopSignal.StockHeard heard -> catalogue.heard(shop, heard.product(), heard.stock());
      case ShopSignal.TagsRemoved removed -> tagsRemoved(shop, removed);
      case ShopSignal.CustomerRedacted redacted ->
          outbox.now(List.of(new Chore.Erase(shop, Person.of(redacted.customer()))));
      case ShopSignal.Uninstalled uninstalled -> uninstalled(shop, uninstalled.at());
      case ShopSignal.Other other -> {}
    }
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
