package dev.musubi.wire;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.ErasureProof;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.people.Tie;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Mark;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.RetryKey;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Slot;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.RunDates;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Availability;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.CartLine;
import dev.musubi.core.shopping.CartToken;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.Place;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Telling;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Wave;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.TemplateVersion;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One value of each type that is written, the same in every test. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-03-01T03:00:00Z");
  static final ShopId SHOP = new ShopId("hinode");
  static final CustomerId HANA = new CustomerId(7_001_234_567_890L);
  static final LineUserId HANAS = new LineUserId("U" + "0a".repeat(16));
  static final LineUserId OLD = new LineUserId("U" + "0b".repeat(16));

  static final Subject CART = new Subject.Cart(new CheckoutToken("c1-TOKEN_x"), 2, 1);
  static final Subject RESTOCK = new Subject.Restocked(new VariantId(201), NOON);
  static final Subject ORDER = new Subject.Ordered(new OrderId(5_001), OrderStatus.PLACED);
  static final Subject PARCEL =
      new Subject.Shipped(new OrderId(5_001), new FulfilmentId(61), ParcelStatus.SHIPPED);

  private Samples() {}

  static SendIntent about(Subject subject) {
    return new SendIntent(
        SHOP, new Addressee.Customer(HANA), subject, Lane.EXPRESS, NOON, NOON.plusSeconds(64_800));
  }

  static SendIntent intent() {
    return new SendIntent(
        SHOP,
        new Addressee.Customer(HANA),
        new Subject.Viewed(LocalDate.of(2026, 3, 1)),
        Lane.BULK,
        NOON,
        NOON.plusSeconds(64_800));
  }

  static Composed content() {
    return new Composed(
        new TemplateVersion(Kind.BROWSE, Language.JA, 3),
        texts("shop", "ひので商店", "count", "1"),
        List.of(texts("title", "ゆず茶", "price", "¥1,234")));
  }

  static Link link() {
    return Link.none(SHOP, HANA)
        .tied(new Tie(OLD, NOON.minusSeconds(90_000), EntryRoute.CHAT))
        .tied(new Tie(HANAS, NOON, EntryRoute.RICH_MENU));
  }

  static RecipientState recipient() {
    SendIntent intent = intent();
    Mark.InFlight mark = Mark.InFlight.first(1, HANAS, content(), NOON);
    return RecipientState.unknown(SHOP, HANAS)
        .heard(new Friendship(Friendship.State.FRIEND, NOON))
        .wishing(Wishes.NONE.with(new ChatCommand.Prefer(Kind.BROWSE, true), NOON, ZoneOffset.UTC))
        .reserve(intent, mark, new Slot(Kind.BROWSE, intent.id(), NOON, LocalDate.of(2026, 3, 1)));
  }

  /** Somebody who wants nothing promotional and paused the rest. */
  static RecipientState wishful() {
    return RecipientState.unknown(SHOP, HANAS)
        .wishing(
            Wishes.NONE
                .with(new ChatCommand.PreferPromotional(false), NOON, ZoneOffset.UTC)
                .with(new ChatCommand.Prefer(Kind.CART, true), NOON, ZoneOffset.UTC)
                .with(new ChatCommand.Pause(true), NOON, ZoneOffset.UTC));
  }

  static ErasureProof proof() {
    return ErasureProof.begin(SHOP, "00ff", NOON)
        .holding("links", 1)
        .holding("deliveries", 3)
        .completed(NOON)
        .at("links");
  }

  static DataExport export() {
    PersonalData.Holding view = new PersonalData.Holding("viewed product 1", "twice");
    return new DataExport(
        SHOP, HANA, "9999", NOON, List.of(new DataExport.Section("views", List.of(view))));
  }

  static Delivery delivery() {
    RetryKey key = RetryKey.of(intent().id(), 0, HANAS);
    return new Delivery(intent(), new Result.Sent("req-1"), Optional.of(key), NOON);
  }

  static Shop shop() {
    Storefront front =
        new Storefront(
            "ひので商店",
            URI.create("https://hinode.example"),
            "/apps/line",
            Currency.getInstance("JPY"),
            "@hinode");
    return Shop.install(SHOP, front, Settings.defaults(), NOON);
  }

  /** As it was planned before there were check-ups. */
  static Shop shopWithoutCheckUp() {
    Shop shop = shop();
    return new Shop(
        SHOP,
        shop.storefront(),
        shop.settings(),
        shop.standing(),
        NOON,
        RunDates.NONE,
        shop.version());
  }

  static Order order() {
    Parcel.Tracking tracking =
        new Parcel.Tracking(
            Optional.of("Yamato (JA)"),
            List.of("1234-5678-9012"),
            Optional.of(URI.create("https://track.example/1")));
    return new Order(
            new OrderId(5_001),
            Optional.of(HANA),
            new Order.Origin(
                "#1001",
                NOON,
                false,
                true,
                Optional.of(URI.create("https://hinode.example/orders/1")),
                Optional.of(new PhoneHash("0a".repeat(32)))),
            new Order.Bill(
                Optional.of(
                    new Order.Price(new BigDecimal("1234.50"), Currency.getInstance("JPY"))),
                3,
                List.of(new ProductId(101), new ProductId(102))),
            Order.Progress.heard(
                Payment.PARTIALLY_REFUNDED,
                Optional.of(NOON.plusSeconds(3)),
                Optional.of(NOON.plusSeconds(2)),
                NOON.plusSeconds(4)),
            List.of(
                Parcel.heard(new FulfilmentId(61), Parcel.State.SHIPPED, 2, tracking, NOON, NOON)))
        .handedOn()
        .with(
            Parcel.heard(
                new FulfilmentId(62),
                Parcel.State.DELIVERED,
                1,
                Parcel.Tracking.NONE,
                NOON,
                NOON.plusSeconds(5)));
  }

  static ProductFacts product() {
    return new ProductFacts(
        new ProductId(101),
        new ProductFacts.Showing(
            "yuzu-tea",
            "ゆず茶",
            new BigDecimal("1234.50"),
            Optional.of(URI.create("https://cdn.example/yuzu.jpg"))),
        true,
        false,
        List.of(new ProductFacts.VariantStock(new VariantId(201), true, NOON)),
        NOON,
        NOON.plusSeconds(60));
  }

  static Cart cart() {
    CartLine named =
        new CartLine(
            new CartLine.Item(
                new ProductId(101), Optional.of(new VariantId(201)), Optional.of("50 g")),
            2,
            new BigDecimal("1234.50"),
            false);
    CartLine plain =
        new CartLine(
            new CartLine.Item(new ProductId(102), Optional.empty(), Optional.empty()),
            1,
            new BigDecimal("5000"),
            true);
    Checkout checkout =
        new Checkout(
            new CheckoutToken("c1-TOKEN_x"),
            Optional.of(new CartToken("hWN1-ca57")),
            Optional.of(HANA),
            List.of(named, plain),
            Optional.of(URI.create("https://hinode.example/checkouts/c1/recover?key=abc")),
            new Checkout.Times(
                NOON, NOON.plusSeconds(60), NOON.plusMillis(60_500), Optional.of(NOON)));
    Instant due = NOON.plusSeconds(3_660);
    return new Cart(
        SHOP,
        checkout,
        new Cart.Round(2, NOON, new Cart.Progress.Planned(1, due, true)),
        Version.NONE);
  }

  /** The second wave of a restock is under way. */
  static Restock restock() {
    Place first = new Place(NOON.minusSeconds(600), "0011223344556677");
    Place last = new Place(NOON.minusMillis(1), "8899aabbccddeeff");
    Instant event = NOON.plusNanos(110_521_905);
    Instant begun = NOON.plusSeconds(1_800);
    return new Restock(
        variant(new VariantFacts.Stock(true, 12)),
        new Availability(
            Optional.of(NOON.minusSeconds(60)), Optional.of(event), Optional.of(begun)),
        Optional.of(new Telling(event, Optional.of(last), false, Optional.of(begun))),
        List.of(
            new Wave(
                event,
                NOON,
                2,
                Optional.empty(),
                Optional.of(first),
                Optional.of(first),
                2,
                5,
                true),
            new Wave(
                event,
                begun,
                12,
                Optional.of(first),
                Optional.of(first),
                Optional.of(last),
                4,
                9,
                false)));
  }

  static Restock soldOut() {
    return new Restock(
        variant(new VariantFacts.Stock(true, 0)),
        Availability.UNKNOWN,
        Optional.empty(),
        List.of());
  }

  private static VariantFacts variant(VariantFacts.Stock stock) {
    Optional<String> title = stock.sellable() ? Optional.of("M / 紺") : Optional.empty();
    return new VariantFacts(
        new VariantId(51),
        new ProductId(101),
        new InventoryItemId(1_051),
        new VariantFacts.Showing("coat", "コート", title, new BigDecimal("9800.50")),
        true,
        stock,
        NOON);
  }

  static Purchase purchase() {
    return new Purchase(
        new OrderId(5_001), HANA, NOON, List.of(new ProductId(101), new ProductId(102)), true);
  }

  private static SortedMap<String, String> texts(String... namesAndValues) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      texts.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return texts;
  }
}
