package dev.musubi.push;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.sending.Attempt;
import dev.musubi.core.sending.ByPhone;
import dev.musubi.core.sending.CartFactsReader;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Disposition;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.FactsReader;
import dev.musubi.core.sending.FollowUp;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Push;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Sender;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.Untimely;
import dev.musubi.core.sending.Ways;
import dev.musubi.core.sending.WireOutcome;
import dev.musubi.core.shop.Cap;
import dev.musubi.core.shop.CartSettings;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.CartLine;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.Checkout;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.testkit.memory.SequentialParallel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The function dies at every single moment of a cart's first reminder; the queue brings it again,
 * until it is done with.
 */
class DeathAfterJudgingTest {

  private static final Instant USED = Instant.parse("2026-11-23T00:00:00Z");
  private static final Instant DUE = USED.plus(Duration.ofHours(1));
  private static final Instant SECOND = USED.plus(Duration.ofHours(24));
  private static final CheckoutToken TOKEN = new CheckoutToken("c0ffee");

  @Test
  void whenever_it_dies_one_message_arrives_and_the_second_one_is_planned_once() {
    Mortality immortal = new Mortality(moment -> false);
    push(leftBehind(), immortal).handle(List.of(new Push.Received(first(), 1)));
    assertThat(immortal.moments()).isGreaterThan(12);

    for (int moment = 1; moment <= immortal.moments(); moment++) {
      int deadly = moment;
      Stores stores = leftBehind();
      untilDone(stores, new Mortality(m -> m == deadly));

      assertThat(stores.sender().arrived()).as("died at %d", moment).hasSize(1);
      assertThat(stores.outbox().scheduledFor()).as("died at %d", moment).containsExactly(SECOND);
      assertThat(stores.outbox().scheduled())
          .extracting(work -> ((SendIntent) work).subject())
          .containsExactly(new Subject.Cart(TOKEN, 1, 2));
    }
  }

  @Test
  void what_was_used_between_the_judgement_and_its_record_begins_anew() {
    Stores stores = leftBehind();
    Instant meanwhile = DUE.plusSeconds(1);
    FollowUp late =
        (shop, intent, result, now) -> {
          new CartReminders(stores.carts(), stores.outbox()).heard(shop, checkout(meanwhile));
          stores.followUps().get(Kind.CART).after(shop, intent, result, now);
        };
    push(stores, new Mortality(m -> false), late).handle(List.of(new Push.Received(first(), 1)));

    assertThat(stores.outbox().scheduledFor())
        .contains(meanwhile.plus(Duration.ofHours(1)).plusSeconds(59));
    assertThat(stores.outbox().scheduled())
        .extracting(work -> ((SendIntent) work).subject())
        .containsExactly(new Subject.Cart(TOKEN, 2, 1));
  }

  @Test
  void what_was_tried_without_an_answer_waits_while_its_cart_is_used_again() {
    Stores stores = leftBehind();
    Mortality immortal = new Mortality(moment -> false);
    stores.sender().answers(new WireOutcome.Unclear("timeout"));
    push(stores, immortal).handle(List.of(new Push.Received(first(), 1)));
    Instant usedAgain = DUE.plusSeconds(20);
    new CartReminders(stores.carts(), stores.outbox())
        .heard(stores.shops().find(HANAMICHI.id()).orElseThrow(), checkout(usedAgain));

    stores.clock().advance(Duration.ofSeconds(30));
    assertThat(push(stores, immortal).handle(List.of(new Push.Received(first(), 2))))
        .containsExactly(new Disposition.Acknowledge());
    assertThat(stores.sender().calls()).isEqualTo(1);
    Instant ripe = usedAgain.plus(Duration.ofHours(1));
    assertThat(stores.deliveries().find(first()).orElseThrow().result())
        .isEqualTo(new Result.Deferred(new Untimely.InUse(ripe), ripe));

    stores.clock().set(ripe);
    SendIntent later = (SendIntent) stores.outbox().scheduled().getLast();
    push(stores, immortal).handle(List.of(new Push.Received(later, 1)));
    assertThat(stores.sender().arrived()).hasSize(1);
    assertThat(stores.deliveries().find(first()).orElseThrow().result())
        .isInstanceOf(Result.Sent.class);
  }

  private static void untilDone(Stores stores, Mortality mortality) {
    for (int receive = 1; receive < 9; receive++) {
      try {
        boolean done =
            push(stores, mortality).handle(List.of(new Push.Received(first(), receive))).stream()
                .allMatch(Disposition.Acknowledge.class::isInstance);
        if (done) {
          return;
        }
      } catch (Death death) {
        assertThat(death).hasMessageContaining(" ");
      }
      stores.clock().advance(Duration.ofSeconds(30));
    }
    throw new AssertionError("it never came to an end");
  }

  private static Push push(Stores stores, Mortality mortality) {
    Carts carts = mortality.mortal(Carts.class, stores.carts());
    Outbox outbox = mortality.mortal(Outbox.class, stores.outbox());
    return push(stores, mortality, new CartReminders(carts, outbox));
  }

  private static Push push(Stores stores, Mortality mortality, FollowUp followUp) {
    Recipients recipients = mortality.mortal(Recipients.class, stores.recipients());
    Deliveries deliveries = mortality.mortal(Deliveries.class, stores.deliveries());
    Outbox outbox = mortality.mortal(Outbox.class, stores.outbox());
    Map<Kind, FactsReader> readers = new EnumMap<>(Kind.class);
    readers.put(
        Kind.CART, new CartFactsReader(stores.carts(), stores.purchases(), stores.catalogue()));
    Map<Kind, FollowUp> followUps = new EnumMap<>(Kind.class);
    followUps.put(Kind.CART, followUp);
    return new Push(
        stores.shops(),
        new Dossiers(stores.links(), recipients, readers),
        deliveries,
        new Ways(
            new Attempt(
                recipients,
                deliveries,
                new FlexRenderer(stores.templates()),
                mortality.mortal(Sender.class, stores.sender()),
                shop -> {},
                stores.clock()),
            new ByPhone(stores.notices(), stores.notifier(), shop -> {}, stores.clock())),
        outbox,
        new Push.Surroundings(
            new SequentialParallel(),
            new SequentialParallel(),
            stores.quotas(),
            stores.meter(),
            stores.clock(),
            followUps));
  }

  private static SendIntent first() {
    return new SendIntent(
        HANAMICHI.id(),
        new Addressee.Customer(CUSTOMER),
        new Subject.Cart(TOKEN, 1, 1),
        Lane.EXPRESS,
        DUE,
        DUE.plus(Cart.GOOD_FOR));
  }

  /** A linked friend left a cart an hour ago, in a shop that reminds twice. */
  private static Stores leftBehind() {
    Stores stores = Stores.ofTwoShops(DUE);
    remindsTwice(stores);
    Nonce nonce = Nonce.of(new byte[Nonce.BYTES]);
    stores
        .links()
        .open(
            new LinkAttempt(
                HANAMICHI.id(), nonce.hash(), CUSTOMER, EntryRoute.CHAT, DUE.plusSeconds(9)));
    stores.links().complete(HANAMICHI.id(), nonce, HANA, "event", USED);
    stores
        .recipients()
        .replace(
            stores
                .recipients()
                .find(HANAMICHI.id(), List.of(HANA))
                .get(HANA)
                .heard(new Friendship(Friendship.State.FRIEND, USED)));
    stores
        .catalogue()
        .heard(
            HANAMICHI.id(),
            new ProductFacts(
                new ProductId(1),
                new ProductFacts.Showing("bowl", "椀", BigDecimal.TEN, Optional.empty()),
                true,
                false,
                List.of(new ProductFacts.VariantStock(new VariantId(2), true, USED)),
                USED,
                USED));
    stores
        .carts()
        .save(
            new Cart(
                HANAMICHI.id(),
                checkout(USED),
                new Cart.Round(1, USED, new Cart.Progress.Planned(1, DUE, true)),
                Version.NONE));
    return stores;
  }

  private static Checkout checkout(Instant used) {
    CartLine.Item bowl =
        new CartLine.Item(new ProductId(1), Optional.of(new VariantId(2)), Optional.empty());
    return new Checkout(
        TOKEN,
        Optional.empty(),
        Optional.of(CUSTOMER),
        List.of(new CartLine(bowl, 1, BigDecimal.TEN, false)),
        Optional.empty(),
        new Checkout.Times(USED, used, used, Optional.empty()));
  }

  private static void remindsTwice(Stores stores) {
    Shop shop = stores.shops().find(HANAMICHI.id()).orElseThrow();
    Settings now = shop.settings();
    CartSettings cart =
        new CartSettings(
            true,
            List.of(Duration.ofHours(1), Duration.ofHours(24)),
            Optional.empty(),
            new Cap(1, 7));
    Settings next =
        new Settings(
            now.timeZone(),
            now.wording(),
            now.quietHours(),
            now.quotaReserve(),
            now.contactBudget(),
            now.kinds().with(cart));
    stores.shops().save(shop.with(next, DUE));
  }
}
