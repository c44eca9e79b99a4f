package dev.musubi.local.world.web;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.Link;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.shopify.shop.Product;
import dev.musubi.local.shopify.shop.UnknownName;
import dev.musubi.local.world.demo.DemoShop;
import dev.musubi.local.world.demo.Newcomers;
import dev.musubi.local.world.demo.ShopSecrets;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.runtime.FunctionStats;
import dev.musubi.local.world.web.Interface.Behind;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** {@code GET /local/world}: what there is, and where. */
final class WorldView {
  private static final int AT_ONCE = 100;

  private final Behind world;

  WorldView(Behind world) {
    this.world = world;
  }

  record View(
      Instant now,
      Endpoints endpoints,
      List<ShopRow> shops,
      List<PersonRow> people,
      List<FunctionRow> functions) {}

  record Endpoints(URI api, URI line, URI shop, URI dynamodb, URI sqs, URI scheduler, URI ssm) {}

  record ShopRow(
      String shop,
      String domain,
      String name,
      String timeZone,
      String language,
      String currency,
      String lineChannelId,
      String lineChannelSecret,
      String lineDestination,
      String shopifyClientId,
      String shopifyClientSecret,
      Urls urls,
      List<ProductRow> products) {}

  record Urls(URI lineWebhook, URI shopifyWebhook, URI appProxy, URI pixel) {}

  record ProductRow(
      long id, String handle, String title, BigDecimal price, int stock, boolean published) {}

  record PersonRow(
      String person,
      String shop,
      Optional<String> lineUserId,
      long customerId,
      String phone,
      boolean friend,
      boolean linked,
      boolean tagged) {}

  record FunctionRow(
      String name,
      OptionalLong pid,
      String state,
      int starts,
      OptionalLong lastInitMs,
      long invocations,
      long errors,
      OptionalLong residentBytes) {}

  View answer() {
    return new View(
        world.clock().instant(),
        endpoints(),
        world.demonstration().shops().stream().map(this::shop).toList(),
        world.demonstration().shops().stream().flatMap(s -> people(s.handle()).stream()).toList(),
        world.cloud().lambda().stats().stream().map(WorldView::function).toList());
  }

  private Endpoints endpoints() {
    URI door = world.cloud().frontDoor();
    return new Endpoints(
        world.cloud().api(),
        world.platforms().line().base(),
        world.platforms().shop().base(),
        door,
        door,
        door,
        door);
  }

  private ShopRow shop(DemoShop shop) {
    ShopSecrets secrets = world.demonstration().secrets(shop.handle());
    URI api = world.cloud().api();
    return new ShopRow(
        shop.handle(),
        shop.handle() + ".myshopify.com",
        shop.name(),
        shop.zone().getId(),
        shop.language(),
        shop.currency().getCurrencyCode(),
        secrets.channelId(),
        secrets.channelSecret(),
        secrets.destination(),
        secrets.clientId(),
        secrets.clientSecret(),
        new Urls(
            api.resolve("/line/" + shop.handle()),
            api.resolve("/shopify/" + shop.handle()),
            api.resolve("/proxy"),
            api.resolve("/pixel/" + shop.handle())),
        world.platforms().shop().products(shop.handle()).stream().map(WorldView::product).toList());
  }

  private static ProductRow product(Product product) {
    return new ProductRow(
        product.id(),
        product.handle(),
        product.title(),
        product.lowestPrice(),
        product.stock(),
        product.published());
  }

  /** The rows of a shop's people. */
  List<PersonRow> people(String shop) {
    List<PersonEntry> people = world.demonstration().people().of(shop);
    TreeSet<Long> linked = new TreeSet<>();
    for (int from = 0; from < people.size(); from += AT_ONCE) {
      List<CustomerId> some =
          people.subList(from, Math.min(people.size(), from + AT_ONCE)).stream()
              .map(p -> new CustomerId(p.customerId()))
              .toList();
      Map<CustomerId, Link> links =
          world.demonstration().stores().links().find(new ShopId(shop), some);
      links.values().stream()
          .filter(link -> link.current().isPresent())
          .forEach(link -> linked.add(link.customer().number()));
    }
    List<PersonRow> rows = new ArrayList<>();
    people.forEach(p -> rows.add(row(p, linked.contains(p.customerId()))));
    return rows;
  }

  private PersonRow row(PersonEntry p, boolean linked) {
    boolean friend =
        p.lineUserId()
            .map(user -> world.platforms().line().person(p.shop(), user).friend())
            .orElse(false);
    return new PersonRow(
        p.person(), p.shop(), p.lineUserId(), p.customerId(), p.phone(), friend, linked, tagged(p));
  }

  /** Who was deleted at Shopify carries no tag. */
  private boolean tagged(PersonEntry p) {
    try {
      return world.platforms().shop().tags(p.shop(), p.customerId()).contains(Newcomers.TAG);
    } catch (UnknownName deleted) {
      return false;
    }
  }

  private static FunctionRow function(FunctionStats stats) {
    return new FunctionRow(
        stats.name(),
        stats.pid(),
        stats.state().name().toLowerCase(Locale.ROOT),
        stats.starts(),
        stats.lastInitMs(),
        stats.invocations(),
        stats.errors(),
        stats.residentBytes());
  }
}
