package dev.musubi.chores;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.ErasureProofs;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Links;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonStore;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.shop.ShopTable;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.MemoryFriends.Menu;
import dev.musubi.testkit.memory.MemoryShopTable;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.testkit.memory.SeededEntropy;
import dev.musubi.wire.WorkCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The worker over ports in memory, and the people and shops that its tests speak of. */
final class House {

  static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  final Stores stores = Stores.ofTwoShops(NOW);
  final List<MemoryShopTable> tables =
      List.of(new MemoryShopTable("links"), new MemoryShopTable("runs"));
  final Map<String, Duration> givenBack = new LinkedHashMap<>();
  private int links;

  List<String> work(Chore... chores) {
    return Messages.failed(worker(new Mortality(moment -> false)).work(messages(chores)));
  }

  static SQSEvent messages(Chore... chores) {
    return Messages.of(Arrays.stream(chores).map(new WorkCodec()::write).toList());
  }

  ChoresWorker worker(Mortality mortality) {
    return new ChoresWorker(
        new Batch(stores.meter(), (queue, delays) -> givenBack.putAll(delays)),
        housekeeping(mortality));
  }

  private Housekeeping housekeeping(Mortality mortality) {
    Links links = mortality.mortal(Links.class, stores.links());
    Holders holders =
        new Holders(
            links,
            stores.holders().stream()
                .map(s -> new PersonStore(s.name(), mortality.mortal(PersonalData.class, s.data())))
                .toList());
    Reconciliation reconciliation = new Reconciliation(links, stores.tags(), stores.friends());
    ErasureProofs proofs = mortality.mortal(ErasureProofs.class, stores.proofs());
    Outbox outbox = mortality.mortal(Outbox.class, stores.outbox());
    Housekeeping.Rights rights =
        new Housekeeping.Rights(
            new Erasure(
                holders, reconciliation, proofs, outbox, new SeededEntropy(1), stores.clock()),
            new Exporting(holders, stores.exports(), stores.clock()),
            new Merging(holders, reconciliation, outbox, stores.clock()),
            new ShopErasure(
                stores.shops(),
                stores.secrets()::remove,
                tables.stream().map(t -> mortality.mortal(ShopTable.class, t)).toList(),
                proofs,
                outbox,
                stores.clock()));
    return new Housekeeping(
        stores.shops(),
        reconciliation,
        rights,
        new FreshCatalogue(stores.catalogue(), stores.source()),
        checkUp(),
        stores.clock());
  }

  private CheckUp checkUp() {
    return new CheckUp(
        new CheckUp.Sources(stores.subscriptions(), stores.orderSource()),
        stores.orders(),
        named -> {
          throw new IllegalStateException("no order is looked for here");
        },
        stores.outbox(),
        stores.meter(),
        stores.clock());
  }

  Optional<Menu> menu(LineUserId user) {
    return stores.friends().menuOf(HANAMICHI.id(), user);
  }

  void link(ExampleShop shop, CustomerId customer, LineUserId user) {
    byte[] bytes = new byte[Nonce.BYTES];
    Arrays.fill(bytes, (byte) ++links);
    Nonce nonce = Nonce.of(bytes);
    Instant soon = stores.clock().instant().plusSeconds(60);
    stores.links().open(new LinkAttempt(shop.id(), nonce.hash(), customer, EntryRoute.CHAT, soon));
    stores.links().complete(shop.id(), nonce, user, "event-" + links, stores.clock().instant());
  }

  void unlink(ExampleShop shop) {
    Link link = stores.links().find(shop.id(), List.of(CUSTOMER)).get(CUSTOMER);
    stores.links().end(link, NOW);
  }

  void remember(ExampleShop shop, LineUserId user) {
    stores
        .recipients()
        .replace(
            RecipientState.unknown(shop.id(), user)
                .heard(new Friendship(Friendship.State.FRIEND, NOW)));
  }

  /** A person whom every store holds something about. */
  void known(ExampleShop shop) {
    link(shop, CUSTOMER, HANA);
    remember(shop, HANA);
    LocalDate today = LocalDate.of(2026, 11, 21);
    ProductId bowl = new ProductId(1);
    stores.views().add(new ProductViewed(shop.id(), CUSTOMER, bowl, today, NOW, "event-1"));
    stores
        .purchases()
        .record(shop.id(), new Purchase(new OrderId(1), CUSTOMER, NOW, List.of(bowl), false));
    stores.orders().heard(shop.id(), order());
    stores.watches().add(shop.id(), new Watch(CUSTOMER, bowl, new VariantId(51), NOW));
    SendIntent intent =
        new SendIntent(
            shop.id(),
            new Addressee.Customer(CUSTOMER),
            new Subject.Viewed(today),
            Lane.BULK,
            NOW,
            NOW.plusSeconds(60));
    Checkout checkout =
        new Checkout(
            new CheckoutToken("c0ffee" + shop.id().handle()),
            Optional.empty(),
            Optional.of(CUSTOMER),
            List.of(),
            Optional.empty(),
            new Checkout.Times(NOW, NOW, NOW, Optional.empty()));
    Cart.Round round = new Cart.Round(1, NOW, new Cart.Progress.Judged());
    stores.carts().save(new Cart(shop.id(), checkout, round, Version.NONE));
    stores.exports().keep(new DataExport(shop.id(), CUSTOMER, "earlier", NOW, List.of()));
    stores.notices().open(Notices.Notice.of(intent, NOW));
    stores
        .deliveries()
        .record(List.of(new Delivery(intent, new Result.Sent("r"), Optional.empty(), NOW)));
  }

  private static Order order() {
    return new Order(
        new OrderId(1),
        Optional.of(CUSTOMER),
        new Order.Origin("#1001", NOW, false, false, Optional.empty(), Optional.empty()),
        new Order.Bill(Optional.empty(), 1, List.of()),
        Order.Progress.heard(Payment.PAID, Optional.empty(), Optional.empty(), NOW),
        List.of());
  }

  /** What each store holds about the person. */
  List<List<PersonalData.Holding>> holdings(ExampleShop shop) {
    Person person = Person.of(CUSTOMER, HANA);
    return Stream.concat(
            stores.holders().stream().map(PersonStore::data), Stream.of(stores.links()))
        .map(store -> store.export(shop.id(), person))
        .toList();
  }
}
