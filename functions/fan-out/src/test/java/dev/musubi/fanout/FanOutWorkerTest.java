package dev.musubi.fanout;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.reminding.FanOut;
import dev.musubi.core.reminding.RestockWaves;
import dev.musubi.core.reminding.Run;
import dev.musubi.core.reminding.Runs;
import dev.musubi.core.reminding.StockReading;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.RunId;
import dev.musubi.core.sending.RunShard;
import dev.musubi.core.sending.SendId;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductViewed;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Views;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.wire.WorkCodec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FanOutWorkerTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Instant DUE = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant BOTH_AWAKE = Instant.parse("2026-11-23T12:30:00Z");
  private static final int SHARD = 3;

  /** Customers whose tallies are all in one shard. */
  private static final List<CustomerId> CUSTOMERS =
      LongStream.rangeClosed(1, 10_000)
          .mapToObj(CustomerId::new)
          .filter(customer -> Views.shardOf(customer) == SHARD)
          .limit(250)
          .toList();

  private final Stores stores = Stores.ofTwoShops(DUE);
  private final Map<String, Duration> givenBack = new LinkedHashMap<>();

  FanOutWorkerTest() {
    List.of(HANAMICHI, KYOTO).forEach(this::open);
  }

  @Test
  void every_viewer_of_the_day_gets_one_intent_across_all_pages() {
    viewed(HANAMICHI, MONDAY.minusDays(1), 250);
    assertThat(work(HANAMICHI)).isEmpty();

    assertThat(customers()).isEqualTo(CUSTOMERS);
    assertThat(intents())
        .allSatisfy(
            intent -> {
              assertThat(intent.shop()).isEqualTo(HANAMICHI.id());
              assertThat(intent.due()).isEqualTo(DUE);
              assertThat(intent.notAfter()).isEqualTo(Instant.parse("2026-11-24T03:00:00Z"));
            });
  }

  @Test
  void views_of_the_day_of_the_run_and_of_another_shop_are_not_in_it() {
    viewed(HANAMICHI, MONDAY, 5);
    viewed(KYOTO, MONDAY.minusDays(1), 5);
    work(HANAMICHI);

    assertThat(intents()).isEmpty();
  }

  @Test
  void products_are_read_in_batches_and_never_once_per_customer() {
    LongStream.rangeClosed(1, 7)
        .forEach(product -> stores.source().put(HANAMICHI.id(), facts(product, DUE)));
    viewed(HANAMICHI, MONDAY.minusDays(1), 250);
    work(HANAMICHI);

    assertThat(stores.source().reads()).hasSize(1);
    assertThat(stores.source().reads().getFirst()).hasSize(7);
  }

  @Test
  void what_was_read_within_a_day_is_not_read_again_and_what_is_gone_is_forgotten() {
    for (long product = 1; product <= 6; product++) {
      stores.source().put(HANAMICHI.id(), facts(product, DUE));
    }
    viewed(HANAMICHI, MONDAY.minusDays(1), 250);
    stores.catalogue().heard(HANAMICHI.id(), facts(7, DUE.minus(Duration.ofHours(25))));
    work(HANAMICHI);

    assertThat(stores.source().reads()).hasSize(3);
    assertThat(stores.source().reads().get(2)).containsExactly(new ProductId(7));
    assertThat(stores.catalogue().find(HANAMICHI.id(), List.of(new ProductId(7)))).isEmpty();
    assertThat(stores.catalogue().find(HANAMICHI.id(), List.of(new ProductId(6)))).isNotEmpty();
  }

  @Test
  void while_shopify_does_not_answer_nothing_is_acknowledged_and_nothing_is_lost() {
    viewed(HANAMICHI, MONDAY.minusDays(1), 250);
    stores.source().down(true);
    assertThat(work(HANAMICHI)).containsExactly("1");
    assertThat(givenBack).containsOnly(Map.entry("receipt-1", Duration.ofSeconds(30)));
    assertThat(intents()).isEmpty();

    stores.source().down(false);
    assertThat(work(HANAMICHI)).isEmpty();
    assertThat(customers()).isEqualTo(CUSTOMERS);
  }

  @Test
  void a_shop_whose_source_is_down_does_not_hold_up_the_other() {
    stores.clock().set(BOTH_AWAKE);
    stores.catalogue().heard(KYOTO.id(), facts(1, DUE));
    stores.views().add(view(KYOTO, MONDAY.minusDays(1), CUSTOMERS.getFirst(), 1));
    viewed(HANAMICHI, MONDAY.minusDays(1), 3);
    stores.source().down(true);

    assertThat(work(HANAMICHI, KYOTO)).containsExactly("1");
    assertThat(intents()).extracting(SendIntent::shop).containsExactly(KYOTO.id());
  }

  @Test
  void in_quiet_hours_it_stops_and_resumes_from_its_cursor_when_they_end() {
    viewed(HANAMICHI, MONDAY.minusDays(1), 250);
    Outbox nightfall =
        afterFirstPage(() -> stores.clock().set(Instant.parse("2026-11-23T13:00:00Z")));
    worker(stores.runs(), nightfall).work(messages(HANAMICHI));

    assertThat(customers()).isEqualTo(CUSTOMERS.subList(0, 100));
    assertThat(stores.outbox().scheduled()).containsExactly(shard(HANAMICHI));
    assertThat(stores.outbox().scheduledFor())
        .containsExactly(Instant.parse("2026-11-23T22:00:00Z"));

    stores.clock().set(Instant.parse("2026-11-23T22:00:00Z"));
    stores.outbox().takeDue().forEach(due -> work((RunShard) due));
    assertThat(customers()).isEqualTo(CUSTOMERS);
    assertThat(intents()).extracting(SendIntent::id).doesNotHaveDuplicates();
  }

  @Test
  void when_its_time_is_used_up_it_goes_on_by_schedule() {
    viewed(HANAMICHI, MONDAY.minusDays(1), 250);
    Outbox slow = afterFirstPage(() -> stores.clock().advance(FanOutWorker.STRETCH));
    worker(stores.runs(), slow).work(messages(HANAMICHI));
    assertThat(customers()).hasSize(100);

    stores.clock().advance(Duration.ofMinutes(3));
    stores.outbox().takeDue().forEach(due -> work((RunShard) due));
    assertThat(customers()).isEqualTo(CUSTOMERS);
  }

  @Test
  void a_shard_that_is_done_is_not_done_again() {
    viewed(HANAMICHI, MONDAY.minusDays(1), 250);
    work(HANAMICHI);
    work(HANAMICHI, HANAMICHI);

    assertThat(customers()).isEqualTo(CUSTOMERS);
  }

  @Test
  void wherever_the_worker_died_every_viewer_has_the_same_one_intent() {
    viewed(HANAMICHI, MONDAY.minusDays(1), 250);
    Mortality counting = new Mortality(moment -> false);
    mortal(counting).work(messages(HANAMICHI));
    List<SendId> wanted = intents().stream().map(SendIntent::id).toList();
    for (int moment = 1; moment <= counting.moments(); moment++) {
      int deadly = moment;
      FanOutWorkerTest again = new FanOutWorkerTest();
      again.viewed(HANAMICHI, MONDAY.minusDays(1), 250);
      assertThatThrownBy(
              () -> again.mortal(new Mortality(m -> m == deadly)).work(messages(HANAMICHI)))
          .isInstanceOf(Death.class);
      again.work(HANAMICHI);

      assertThat(again.intents().stream().map(SendIntent::id).distinct()).hasSameElementsAs(wanted);
    }
  }

  @Test
  void a_shard_of_a_shop_or_run_that_is_gone_is_done_with() {
    viewed(HANAMICHI, MONDAY.minusDays(1), 5);
    stores.shops().remove(HANAMICHI.id());
    assertThat(work(HANAMICHI)).isEmpty();
    assertThat(work(new RunShard(new RunId(KYOTO.id(), Kind.BROWSE, MONDAY.plusDays(9)), 1)))
        .isEmpty();

    assertThat(intents()).isEmpty();
  }

  @Test
  void what_is_no_shard_fails_alone() {
    viewed(HANAMICHI, MONDAY.minusDays(1), 5);
    SQSEvent event =
        Messages.of(
            "not json", new WorkCodec().write(shard(HANAMICHI)), "{\"v\":1,\"work\":\"x\"}");

    assertThat(Messages.failed(worker(stores.runs(), stores.outbox()).work(event)))
        .containsExactly("1", "3");
    assertThat(intents()).hasSize(5);
  }

  private void open(ExampleShop shop) {
    stores.runs().open(new Run(shard(shop).run(), DUE, Instant.parse("2026-11-24T03:00:00Z")));
  }

  private List<String> work(ExampleShop... shops) {
    return Messages.failed(worker(stores.runs(), stores.outbox()).work(messages(shops)));
  }

  private List<String> work(RunShard shard) {
    return Messages.failed(
        worker(stores.runs(), stores.outbox()).work(Messages.of(new WorkCodec().write(shard))));
  }

  private static SQSEvent messages(ExampleShop... shops) {
    return Messages.of(Arrays.stream(shops).map(s -> new WorkCodec().write(shard(s))).toList());
  }

  private static RunShard shard(ExampleShop shop) {
    return new RunShard(new RunId(shop.id(), Kind.BROWSE, MONDAY), SHARD);
  }

  private FanOutWorker mortal(Mortality mortality) {
    return worker(
        mortality.mortal(Runs.class, stores.runs()),
        mortality.mortal(Outbox.class, stores.outbox()));
  }

  private FanOutWorker worker(Runs runs, Outbox outbox) {
    FreshCatalogue catalogue = new FreshCatalogue(stores.catalogue(), stores.source());
    return new FanOutWorker(
        new Batch(stores.meter(), (queue, delays) -> givenBack.putAll(delays)),
        new FanOut(stores.shops(), runs, stores.views(), catalogue, outbox, stores.clock()),
        new StockReading(
            stores.restocks(), stores.watches(), stores.variants(), outbox, stores.clock()),
        new RestockWaves(
            stores.shops(),
            new RestockWaves.Stock(stores.restocks(), stores.variants(), catalogue),
            new RestockWaves.Line(
                stores.watches(),
                new Dossiers(stores.links(), stores.recipients(), stores.factsReaders()),
                stores.deliveries()),
            outbox,
            stores.clock()),
        stores.clock());
  }

  /** The outbox, where something happens after the first intents were queued. */
  private Outbox afterFirstPage(Runnable happens) {
    return new Outbox() {
      @Override
      public void now(List<? extends Work> work) {
        stores.outbox().now(work);
        happens.run();
      }

      @Override
      public void at(Instant due, Work work) {
        stores.outbox().at(due, work);
      }

      @Override
      public void park(SendIntent intent) {
        stores.outbox().park(intent);
      }
    };
  }

  /** The first so many customers each viewed one of seven products. */
  private void viewed(ExampleShop shop, LocalDate day, int customers) {
    for (int i = 0; i < customers; i++) {
      stores.views().add(view(shop, day, CUSTOMERS.get(i), 1 + i % 7));
    }
  }

  private static ProductViewed view(
      ExampleShop shop, LocalDate day, CustomerId customer, long product) {
    Instant noon = day.atTime(12, 0).atZone(shop.shop().zone()).toInstant();
    return new ProductViewed(
        shop.id(), customer, new ProductId(product), day, noon, "event-" + customer);
  }

  private static ProductFacts facts(long product, Instant readAt) {
    return new ProductFacts(
        new ProductId(product),
        new ProductFacts.Showing("tea", "煎茶", BigDecimal.TEN, Optional.empty()),
        true,
        false,
        List.of(new ProductFacts.VariantStock(new VariantId(product), true, readAt)),
        readAt,
        readAt);
  }

  private List<SendIntent> intents() {
    return stores.outbox().queued().stream().map(SendIntent.class::cast).toList();
  }

  private List<CustomerId> customers() {
    return intents().stream()
        .map(
            intent ->
                switch (intent.to()) {
                  case Addressee.Customer(CustomerId id) -> id;
                })
        .toList();
  }
}
