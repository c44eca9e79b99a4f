package dev.musubi.local.simulation;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.shop.BrowseSettings;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import dev.musubi.core.shop.WordingSettings;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.testkit.memory.MemoryCatalogue;
import dev.musubi.testkit.memory.MemoryDeliveries;
import dev.musubi.testkit.memory.MemoryLinks;
import dev.musubi.testkit.memory.MemoryMeter;
import dev.musubi.testkit.memory.MemoryOutbox;
import dev.musubi.testkit.memory.MemoryProductSource;
import dev.musubi.testkit.memory.MemoryPurchases;
import dev.musubi.testkit.memory.MemoryQuotas;
import dev.musubi.testkit.memory.MemoryRecipients;
import dev.musubi.testkit.memory.MemoryRuns;
import dev.musubi.testkit.memory.MemorySender;
import dev.musubi.testkit.memory.MemoryShops;
import dev.musubi.testkit.memory.MemoryViews;
import dev.musubi.testkit.memory.SeededEntropy;
import dev.musubi.testkit.memory.SettableClock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One shop with its stores in memory and LINE behind it: what outlives every death of a process.
 */
final class Town {

  static final ShopId SHOP = new ShopId("hinode");
  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  final SettableClock clock;
  final MemoryShops shops = new MemoryShops();
  final MemoryRecipients recipients = new MemoryRecipients();
  final MemoryMeter meter = new MemoryMeter();
  final MemoryProductSource source = new MemoryProductSource();
  final MemoryLinks links;
  final MemoryViews views;
  final MemoryPurchases purchases;
  final MemoryCatalogue catalogue;
  final MemoryRuns runs;
  final MemoryDeliveries deliveries;
  final MemoryOutbox outbox;
  final MemorySender line;
  final MemoryQuotas quotas;
  private final SeededEntropy entropy = new SeededEntropy(1);
  private long events;

  Town(Instant start) {
    clock = new SettableClock(start);
    links = new MemoryLinks(clock);
    views = new MemoryViews(clock);
    purchases = new MemoryPurchases(clock);
    catalogue = new MemoryCatalogue(clock);
    runs = new MemoryRuns(clock);
    deliveries = new MemoryDeliveries(clock);
    outbox = new MemoryOutbox(clock);
    line = new MemorySender(clock);
    quotas = new MemoryQuotas(clock);
    shops.save(Shop.install(SHOP, storefront(), settings(), start));
  }

  private static Storefront storefront() {
    return new Storefront(
        "日の出茶舗",
        URI.create("https://hinode.myshopify.com"),
        "/apps/line",
        Currency.getInstance("JPY"),
        "@hinode");
  }

  private static Settings settings() {
    Settings defaults = Settings.defaults();
    return new Settings(
        TOKYO,
        WordingSettings.in(Language.JA),
        defaults.quietHours(),
        0,
        defaults.contactBudget(),
        defaults.kinds().with(new BrowseSettings(true, LocalTime.of(18, 0), 5, new Cap(1, 7))));
  }

  static LineUserId userOf(int person) {
    return new LineUserId("U%032x".formatted(person));
  }

  static CustomerId customer(int person) {
    return new CustomerId(person);
  }

  void linkedFriend(int person) {
    Nonce nonce = Nonce.of(entropy.bytes(Nonce.BYTES));
    Instant now = clock.instant();
    links.open(
        new LinkAttempt(
            SHOP, nonce.hash(), customer(person), EntryRoute.RICH_MENU, now.plusSeconds(60)));
    links.complete(SHOP, nonce, userOf(person), "link-" + person, now);
    friendship(person, Friendship.State.FRIEND);
  }

  void unlink(int person) {
    links.end(links.find(SHOP, List.of(customer(person))).get(customer(person)), clock.instant());
  }

  void friendship(int person, Friendship.State state) {
    LineUserId user = userOf(person);
    RecipientState now = recipients.find(SHOP, List.of(user)).get(user);
    recipients.replace(now.heard(new Friendship(state, clock.instant())));
  }

  void product(int number) {
    Instant now = clock.instant();
    source.put(
        SHOP,
        new ProductFacts(
            new ProductId(number),
            new ProductFacts.Showing("p" + number, "品 " + number, BigDecimal.TEN, Optional.empty()),
            true,
            false,
            List.of(new ProductFacts.VariantStock(new VariantId(number), true, now)),
            now,
            now));
  }

  void view(int person, int product) {
    Instant now = clock.instant();
    events++;
    views.add(
        new ProductViewed(
            SHOP,
            customer(person),
            new ProductId(product),
            now.atZone(TOKYO).toLocalDate(),
            now,
            "view-" + events));
  }

  void buy(int person, int product) {
    events++;
    purchases.record(
        SHOP,
        new Purchase(
            new OrderId(events),
            customer(person),
            clock.instant(),
            List.of(new ProductId(product)),
            false));
  }
}
