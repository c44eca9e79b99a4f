package dev.musubi.local.world.demo;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Recipients.Replaced;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.world.people.People;
import dev.musubi.local.world.people.PersonEntry;
import dev.musubi.local.world.platforms.Platforms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes people known to the platforms, and links them straight in the product's own stores. */
public final class Newcomers {
  /** What a customer who is linked carries at Shopify. */
  public static final String TAG = "line";

  private static final Duration ATTEMPT = Duration.ofMinutes(10);

  private final List<DemoShop> shops;
  private final Platforms platforms;
  private final Stores stores;
  private final People people;
  private final Entropy entropy;
  private final InstantSource clock;

  /** Adds to {@code people}. */
  Newcomers(
      List<DemoShop> shops,
      Platforms platforms,
      Stores stores,
      People people,
      Entropy entropy,
      InstantSource clock) {
    this.shops = shops;
    this.platforms = platforms;
    this.stores = stores;
    this.people = people;
    this.entropy = entropy;
    this.clock = clock;
  }

  /** How a newcomer stands to the shop. */
  public enum Standing {
    /** A customer without LINE. */
    CUSTOMER,
    /** A customer who uses LINE and is nobody's friend. */
    LINE_USER,
    /** A customer and a friend, not linked. */
    FRIEND,
    /** A friend whose LINE account is linked to the customer. */
    LINKED
  }

  /** Adds a person to a shop. */
  public PersonEntry add(PersonEntry entry, String displayName, Standing standing) {
    platforms
        .shop()
        .addCustomer(
            entry.shop(),
            entry.customerId(),
            displayName,
            locale(entry.shop()),
            Optional.of(entry.phone()),
            standing == Standing.LINKED ? List.of(TAG) : List.of());
    entry
        .lineUserId()
        .ifPresent(
            user -> {
              platforms.line().addUser(user, displayName);
              platforms.line().phones().put(user, entry.phone());
            });
    if (standing == Standing.FRIEND || standing == Standing.LINKED) {
      String user = entry.lineUserId().orElseThrow();
      platforms.line().befriend(entry.shop(), user);
      befriended(entry.shop(), user);
      if (standing == Standing.LINKED) {
        link(entry, user);
      }
    }
    people.add(entry);
    return entry;
  }

  private String locale(String shop) {
    return shops.stream()
        .filter(s -> s.handle().equals(shop))
        .map(DemoShop::language)
        .findFirst()
        .orElse("ja");
  }

  private void befriended(String shop, String lineUser) {
    ShopId id = shopId(shop);
    LineUserId user = new LineUserId(lineUser);
    Friendship friend = new Friendship(Friendship.State.FRIEND, clock.instant());
    RecipientState current = stores.recipients().find(id, List.of(user)).get(user);
    while (stores.recipients().replace(current.heard(friend))
        instanceof Replaced.Lost(RecipientState newer)) {
      current = newer;
    }
  }

  private void link(PersonEntry entry, String lineUser) {
    ShopId shop = shopId(entry.shop());
    Instant now = clock.instant();
    Nonce nonce = Nonce.of(entropy.bytes(Nonce.BYTES));
    CustomerId customer = new CustomerId(entry.customerId());
    stores
        .links()
        .open(
            new LinkAttempt(shop, nonce.hash(), customer, EntryRoute.RICH_MENU, now.plus(ATTEMPT)));
    String event = "opening-" + entry.customerId();
    stores.links().complete(shop, nonce, new LineUserId(lineUser), event, now);
  }

  /** Whether the product holds the person to be linked now. */
  public boolean linked(PersonEntry entry) {
    CustomerId customer = new CustomerId(entry.customerId());
    return Optional.ofNullable(
            stores.links().find(shopId(entry.shop()), List.of(customer)).get(customer))
        .flatMap(Link::current)
        .isPresent();
  }

  private static ShopId shopId(String handle) {
    return new ShopId(handle);
  }
}
