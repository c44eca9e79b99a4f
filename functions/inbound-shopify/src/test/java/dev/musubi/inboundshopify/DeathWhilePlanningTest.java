package dev.musubi.inboundshopify;

import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.reminding.StockNews;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.shop.CartSettings;
import dev.musubi.core.shop.KindSettings;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shopping.Cart;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Between;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The function dies at every single moment of planning a reminder; the queue brings it again. */
class DeathWhilePlanningTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:01Z");
  private static final CheckoutToken TOKEN = new CheckoutToken("c0ffee");
  private static final Instant DUE = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void whenever_it_dies_there_is_one_schedule_in_the_end_and_the_cart_says_so() {
    int moments = moments();
    assertThat(moments).isGreaterThan(8);
    for (int moment = 1; moment <= moments; moment++) {
      int deadly = moment;
      Stores stores = remindingShop();
      diesOnce(stores, deadly);
      worker(stores, new Mortality(m -> false)).work(Messages.of(used("2026-11-21T09:00:00Z")));

      assertThat(stores.outbox().scheduledFor()).as("died at %d", deadly).containsExactly(DUE);
      assertThat(cart(stores).orElseThrow().round().progress())
          .isEqualTo(new Cart.Progress.Planned(1, DUE, true));
    }
  }

  @Test
  void whenever_it_dies_a_later_use_alone_mends_it() {
    int moments = moments();
    for (int moment = 1; moment <= moments; moment++) {
      Stores stores = remindingShop();
      diesOnce(stores, moment);
      worker(stores, new Mortality(m -> false)).work(Messages.of(used("2026-11-21T09:00:30Z")));

      assertThat(stores.outbox().scheduled()).as("died at %d", moment).hasSize(1);
    }
  }

  @Test
  void two_webhooks_at_once_plan_one_reminder_and_the_newest_use_counts() {
    Stores stores = remindingShop();
    AtomicBoolean alone = new AtomicBoolean(true);
    Carts racing =
        Between.with(
            Carts.class,
            stores.carts(),
            call -> {
              if (call.name().equals("save") && alone.getAndSet(false)) {
                worker(stores, new Mortality(m -> false))
                    .work(Messages.of(used("2026-11-21T09:00:30Z")));
              }
              return call.through();
            });
    worker(stores, racing, stores.outbox()).work(Messages.of(used("2026-11-21T09:00:00Z")));

    assertThat(stores.outbox().scheduled()).hasSize(1);
    assertThat(cart(stores).orElseThrow().usedAt())
        .isEqualTo(Instant.parse("2026-11-21T09:00:30Z"));
  }

  private static int moments() {
    Mortality immortal = new Mortality(moment -> false);
    worker(remindingShop(), immortal).work(Messages.of(used("2026-11-21T09:00:00Z")));
    return immortal.moments();
  }

  private static void diesOnce(Stores stores, int deadly) {
    try {
      worker(stores, new Mortality(moment -> moment == deadly))
          .work(Messages.of(used("2026-11-21T09:00:00Z")));
    } catch (Death death) {
      assertThat(death).hasMessageContaining(" ");
    }
  }

  private static Optional<Cart> cart(Stores stores) {
    return Optional.ofNullable(stores.carts().find(KYOTO.id(), List.of(TOKEN)).get(TOKEN));
  }

  private static InboundShopifyWorker worker(Stores stores, Mortality mortality) {
    return worker(
        stores,
        mortality.mortal(Carts.class, stores.carts()),
        mortality.mortal(Outbox.class, stores.outbox()));
  }

  private static InboundShopifyWorker worker(Stores stores, Carts carts, Outbox outbox) {
    StockNews stock = new StockNews(stores.restocks(), outbox, stores.clock());
    return new InboundShopifyWorker(
        new Batch(stores.meter(), (queue, delays) -> {}),
        new ShopNews(
            stores.shops(),
            new OrderNews(
                stores.shops(),
                stores.orders(),
                stores.purchases(),
                new RememberedOrders(stores.orderSource(), stores.links()),
                outbox,
                stores.clock()),
            stores.catalogue(),
            stores.links(),
            new CartReminders(carts, outbox),
            stock,
            outbox),
        stock,
        "https://sqs.example/stock");
  }

  private static Stores remindingShop() {
    Stores stores = Stores.ofTwoShops(NOW);
    Shop shop = stores.shops().find(KYOTO.id()).orElseThrow();
    Settings now = shop.settings();
    CartSettings defaults = CartSettings.defaults();
    KindSettings kinds =
        now.kinds()
            .with(new CartSettings(true, defaults.after(), defaults.minimum(), defaults.cap()));
    stores
        .shops()
        .save(
            shop.with(
                new Settings(
                    now.timeZone(),
                    now.wording(),
                    now.quietHours(),
                    now.quotaReserve(),
                    now.contactBudget(),
                    kinds),
                NOW));
    return stores;
  }

  private static String used(String at) {
    String body =
        """
        {"token":"c0ffee","customer":{"id":7},"created_at":"2026-11-21T09:00:00Z",\
        "updated_at":"%s","line_items":[{"product_id":1,"variant_id":2,"quantity":1,\
        "price":"10.00"}]}"""
            .formatted(at);
    return new RawCodec()
        .write(new RawShopify(KYOTO.id(), "checkouts/update", "id", NOW, NOW, body));
  }
}
