package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.ChatCommand;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.Tie;
import dev.musubi.core.people.Wish;
import dev.musubi.core.people.Wishes;
import dev.musubi.core.shop.BrowseSettings;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import dev.musubi.core.shop.WordingSettings;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.TemplateVersion;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A linked friend who viewed one product of a shop in Tokyo, changed a word at a time. */
record Given(
    Shop shop, Link link, Optional<RecipientState> recipient, BrowseFacts facts, Quota quota) {

  static final LocalDate RUN = LocalDate.of(2026, 11, 23);
  static final Instant DUE = tokyo(RUN, "18:00");
  static final LineUserId HANA = new LineUserId("U" + "1".repeat(32));
  static final LineUserId OTHER = new LineUserId("U" + "2".repeat(32));
  static final CustomerId CUSTOMER = new CustomerId(7);
  static final ProductId TEA = new ProductId(100);
  static final ShopId SHOP = new ShopId("hinode");
  static final SendIntent INTENT =
      new SendIntent(
          SHOP,
          new Addressee.Customer(CUSTOMER),
          new Subject.Viewed(RUN),
          Lane.BULK,
          DUE,
          tokyo(RUN.plusDays(1), "12:00"));

  static Instant tokyo(LocalDate date, String time) {
    return date.atTime(LocalTime.parse(time)).atZone(Settings.defaults().timeZone()).toInstant();
  }

  static Given linkedFriend() {
    Settings defaults = Settings.defaults();
    Settings settings =
        new Settings(
            defaults.timeZone(),
            WordingSettings.in(Language.JA),
            defaults.quietHours(),
            0,
            defaults.contactBudget(),
            defaults.kinds().with(new BrowseSettings(true, LocalTime.of(18, 0), 5, new Cap(1, 7))));
    Storefront storefront =
        new Storefront(
            "日の出茶舗",
            URI.create("https://hinode.myshopify.com"),
            "/apps/line",
            Currency.getInstance("JPY"),
            "@hinode");
    Instant before = DUE.minusSeconds(500_000);
    Link link = Link.none(SHOP, CUSTOMER).tied(new Tie(HANA, before, EntryRoute.RICH_MENU));
    return new Given(
        Shop.install(SHOP, storefront, settings, before),
        link,
        Optional.of(
            RecipientState.unknown(SHOP, HANA)
                .heard(new Friendship(Friendship.State.FRIEND, before))),
        viewed(true, true),
        Quota.UNLIMITED);
  }

  private static BrowseFacts viewed(boolean published, boolean inStock) {
    Instant seen = tokyo(RUN.minusDays(1), "10:00");
    ProductFacts tea =
        new ProductFacts(
            TEA,
            new ProductFacts.Showing("tea", "煎茶", new BigDecimal("1234"), Optional.empty()),
            published,
            false,
            List.of(new ProductFacts.VariantStock(new VariantId(1), inStock, seen)),
            seen,
            seen);
    return new BrowseFacts(
        new Subject.Viewed(RUN),
        tokyo(RUN.minusDays(1), "00:00"),
        Optional.of(new ViewTally(CUSTOMER, List.of(new ViewTally.Viewed(TEA, 2, seen)))),
        List.of(),
        Map.of(TEA, tea));
  }

  Given with(Shop changed) {
    return new Given(changed, link, recipient, facts, quota);
  }

  Given unlinked() {
    Link ended = link.ended(DUE);
    return new Given(
        shop, ended, recipient.filter(r -> !r.ledger().marks().isEmpty()), facts, quota);
  }

  Given relinked() {
    Link tied = link.tied(new Tie(OTHER, DUE, EntryRoute.CHAT));
    return new Given(shop, tied, recipient, facts, quota);
  }

  Given friendship(Friendship.State state) {
    return with(recipient.orElseThrow().heard(new Friendship(state, DUE)));
  }

  Given wishes(Wish wish) {
    return with(wishing(wish));
  }

  private RecipientState wishing(Wish wish) {
    return recipient.orElseThrow().wishing(Wishes.NONE.with(wish, DUE, shop.zone()));
  }

  Given optedOut() {
    return with(wishing(new ChatCommand.Prefer(Kind.BROWSE, false)));
  }

  Given soldOut() {
    return new Given(shop, link, recipient, viewed(true, false), quota);
  }

  Given unpublished() {
    return new Given(shop, link, recipient, viewed(false, true), quota);
  }

  Given bought() {
    Purchase purchase =
        new Purchase(new OrderId(55), CUSTOMER, DUE.minusSeconds(60), List.of(TEA), false);
    return new Given(
        shop,
        link,
        recipient,
        new BrowseFacts(
            facts.subject(), facts.since(), facts.tally(), List.of(purchase), facts.products()),
        quota);
  }

  Given quota(long limit, long used) {
    return new Given(shop, link, recipient, facts, new Quota(OptionalLong.of(limit), used));
  }

  Given slot(Instant at) {
    Slot slot = new Slot(Kind.BROWSE, new SendId("0".repeat(31) + "1"), at, shop.today(at));
    RecipientState state = recipient.orElseThrow();
    List<Slot> slots = new ArrayList<>(state.ledger().slots());
    slots.add(slot);
    return with(
        new RecipientState(
            state.shop(),
            state.user(),
            state.friendship(),
            state.wishes(),
            new RecipientState.Ledger(slots, state.ledger().marks()),
            state.version()));
  }

  Given marked(Mark mark) {
    RecipientState state = recipient.orElseThrow();
    TreeMap<SendId, MarkEntry> marks = new TreeMap<>(state.ledger().marks());
    marks.put(INTENT.id(), new MarkEntry(mark, INTENT.notAfter().plus(Mark.KEPT)));
    return with(
        new RecipientState(
            state.shop(),
            state.user(),
            state.friendship(),
            state.wishes(),
            new RecipientState.Ledger(state.ledger().slots(), marks),
            state.version()));
  }

  private Given with(RecipientState state) {
    return new Given(shop, link, Optional.of(state), facts, quota);
  }

  static Mark.InFlight firstTry(Instant at) {
    TreeMap<String, String> item = new TreeMap<>(Map.of("product", TEA.toString()));
    Composed content =
        new Composed(
            new TemplateVersion(Kind.BROWSE, Language.JA, 1), new TreeMap<>(), List.of(item));
    return Mark.InFlight.first(0, HANA, content, at);
  }

  Step next(Instant now) {
    return next(Optional.empty(), now);
  }

  Step next(Optional<Result> recorded, Instant now) {
    return next(INTENT, recorded, now);
  }

  /** The same message as it would be had it been due at another time. */
  Step nextDue(Instant due, Instant now) {
    SendIntent other =
        new SendIntent(SHOP, INTENT.to(), INTENT.subject(), INTENT.lane(), due, INTENT.notAfter());
    return next(other, Optional.empty(), now);
  }

  private Step next(SendIntent intent, Optional<Result> recorded, Instant now) {
    Dossier dossier = new Dossier(shop, link, recipient, facts, quota);
    Optional<Mark> mark = recipient.flatMap(r -> r.mark(intent.id()));
    return SendTable.next(mark, recorded, intent, dossier, now);
  }
}
