package dev.musubi.fanout;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Friendship;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.reminding.RestockTally;
import dev.musubi.core.reminding.RestockWaves;
import dev.musubi.core.sending.Deliveries;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Dossiers;
import dev.musubi.core.sending.Ineligible;
import dev.musubi.core.sending.Lane;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.SendIntent;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.sending.Untimely;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.sending.Work;
import dev.musubi.core.shop.Kind;
import dev.musubi.core.shop.KindSettings;
import dev.musubi.core.shop.RestockSettings;
import dev.musubi.core.shop.RestockSettings.Repeat;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.FreshCatalogue;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.VariantSource;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import dev.musubi.testkit.memory.SeededEntropy;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Waves over stores in memory; what is handed out is sent at once, unless a test says otherwise.
 */
class RestockWavesTest {

  private static final Instant TEN = Instant.parse("2026-03-02T01:00:00Z");
  private static final ShopId SHOP = HANAMICHI.id();
  private static final VariantId COAT = new VariantId(51);
  private static final ProductId PRODUCT = new ProductId(5);
  private static final StockWork.Tell TELL = new StockWork.Tell(SHOP, COAT);

  private final Stores stores = Stores.ofTwoShops(TEN.minus(Duration.ofDays(1)));
  private final SeededEntropy entropy = new SeededEntropy(1);
  private final List<SendIntent> handed = new ArrayList<>();
  private int heard;
  private Duration tick = Duration.ZERO;
  private Runnable died = () -> {};
  private Predicate<SendIntent> arrives = intent -> true;

  RestockWavesTest() {
    switchOn(Repeat.ONCE);
    stores.variants().put(SHOP, facts(0));
    stores.source().put(SHOP, product());
    stores.restocks().watch(SHOP, facts(0), stores.clock().instant());
  }

  @Test
  void twelve_coats_and_340_waiting_are_told_in_waves_of_the_stock_then_on_hand() {
    crowd(340);
    back(12);
    live("29m");
    assertThat(told()).isZero();
    live("1m");
    assertThat(told()).isEqualTo(12);
    assertThat(toldCustomers()).containsExactlyElementsOf(numbers(1, 12));
    assertThat(tally()).isEqualTo(new Watches.Tally(12, 328));

    stock(5);
    live("30m");
    assertThat(told()).isEqualTo(17);
    stock(40);
    live("30m");
    assertThat(toldCustomers()).containsExactlyElementsOf(numbers(1, 57));
    stock(0);
    live("120m");
    assertThat(told()).isEqualTo(57);
    assertThat(tally()).isEqualTo(new Watches.Tally(57, 283));

    backAgain(500);
    live("31m");
    assertThat(toldCustomers()).containsExactlyElementsOf(numbers(1, 340));
    live("120m");
    assertThat(tally()).isEqualTo(new Watches.Tally(340, 0));
    assertThat(stores.outbox().scheduledFor()).isEmpty();
  }

  @Test
  void stock_that_does_not_last_half_an_hour_tells_nobody() {
    crowd(3);
    back(1);
    live("10m");
    out();
    live("10m");
    back(1);
    live("20m");
    out();
    live("90m");
    assertThat(handed).isEmpty();
  }

  @Test
  void stock_that_is_read_to_be_gone_tells_nobody_though_no_signal_said_so() {
    crowd(3);
    back(1);
    stock(0);
    live("90m");
    assertThat(handed).isEmpty();
    assertThat(restock().inStock()).isFalse();
  }

  @Test
  void who_is_not_linked_takes_no_place_and_keeps_the_wish() {
    wish(1);
    wish(2);
    crowd(3, 10);
    back(3);
    live("31m");

    assertThat(handed).hasSize(5);
    assertThat(lanes(Lane.EXPRESS)).containsExactlyElementsOf(numbers(3, 5));
    assertThat(lanes(Lane.BULK)).containsExactly(1L, 2L);
    live("10m");
    assertThat(line()).containsExactly(1L, 2L, 6L, 7L, 8L, 9L, 10L);
  }

  @Test
  void who_blocked_the_account_takes_no_place() {
    crowd(1, 4);
    friendship(1, Friendship.State.BLOCKED);
    back(2);
    live("31m");

    assertThat(lanes(Lane.EXPRESS)).containsExactly(2L, 3L);
  }

  @Test
  void messages_that_may_still_go_out_count_against_the_stock() {
    crowd(20);
    arrives = intent -> intent.to().customer().number() > 2;
    back(4);
    live("31m");
    assertThat(toldCustomers()).containsExactly(3L, 4L);

    live("30m");
    assertThat(handed).hasSize(6);
    stock(2);
    live("30m");
    assertThat(handed).hasSize(6);
  }

  @Test
  void at_night_nobody_is_told_and_the_stock_of_the_morning_decides() {
    crowd(50);
    stores.clock().set(Instant.parse("2026-03-02T12:00:00Z"));
    back(12);
    live("45m");
    assertThat(told()).isEqualTo(12);
    live("9h");
    assertThat(told()).isEqualTo(12);
    stock(3);
    stores.clock().set(Instant.parse("2026-03-02T21:59:00Z"));
    live("2m");
    assertThat(told()).isEqualTo(15);
  }

  @Test
  void a_wish_that_lasts_until_bought_is_told_at_each_restock_and_ends_with_the_order() {
    switchOn(Repeat.UNTIL_BOUGHT);
    crowd(2);
    back(5);
    live("40m");
    assertThat(told()).isEqualTo(2);
    out();
    live("60m");

    arrives = intent -> intent.to().customer().number() == 1;
    backAgain(5);
    live("31m");
    bought(2);
    live("60m");
    assertThat(toldCustomers()).containsExactly(1L, 2L, 1L);
    assertThat(line()).containsExactly(1L);
  }

  @Test
  void who_was_told_once_is_not_told_at_the_next_restock() {
    crowd(2);
    back(1);
    live("31m");
    out();
    live("31m");
    backAgain(5);
    live("31m");

    assertThat(toldCustomers()).containsExactly(1L, 2L);
  }

  @Test
  void a_restock_while_messages_of_the_former_are_open_waits_for_them() {
    crowd(2);
    arrives = intent -> false;
    back(5);
    live("31m");
    assertThat(handed).hasSize(2);
    out();
    live("5m");
    backAgain(5);
    live("90m");
    assertThat(handed).hasSize(2);

    handed.forEach(this::sent);
    live("60m");
    assertThat(handed).hasSize(2);
    assertThat(line()).isEmpty();
  }

  @Test
  void who_was_told_the_same_before_two_customers_were_merged_waits_no_more() {
    crowd(2);
    arrives = intent -> false;
    back(2);
    live("31m");
    handed.forEach(intent -> record(intent, new Result.Skipped(new Unwanted.ToldAlready())));
    live("10m");
    assertThat(line()).isEmpty();
  }

  @Test
  void a_late_copy_of_a_message_whose_wave_is_settled_is_not_wanted() {
    crowd(1);
    arrives = intent -> false;
    back(2);
    live("31m");
    SendIntent copy = handed.getFirst();
    assertThat(objection(copy)).isEmpty();

    record(copy, new Result.Skipped(new Ineligible.NotLinked()));
    live("10m");
    assertThat(line()).containsExactly(1L);
    assertThat(objection(copy)).contains(new Unwanted.SoldOut());
  }

  @Test
  void what_never_comes_to_anything_is_given_up_when_it_is_stale() {
    crowd(2);
    arrives = intent -> false;
    back(1);
    live("31m");
    live("49h");

    assertThat(handed).extracting(i -> i.to().customer().number()).contains(2L);
    assertThat(line()).containsExactly(1L, 2L);
  }

  @Test
  void a_bottomless_stock_tells_a_thousand_at_a_time_by_the_bulk_lane() {
    crowd(1_040);
    stores.variants().stock(SHOP, COAT, new VariantFacts.Stock(false, 0));
    stores.restocks().change(SHOP, COAT, r -> r.heardIn(stores.clock().instant()));
    stores.outbox().at(stores.clock().instant().plus(Restock.HOLD), TELL);
    live("31m");
    assertThat(told()).isEqualTo(1_000);
    assertThat(lanes(Lane.EXPRESS)).isEmpty();

    live("30m");
    assertThat(told()).isEqualTo(1_040);
  }

  @Test
  void a_switched_off_kind_and_a_shop_that_is_gone_tell_nobody() {
    crowd(2);
    back(5);
    off();
    live("40m");
    assertThat(handed).isEmpty();
    assertThat(stores.outbox().scheduledFor()).isEmpty();
  }

  @Test
  void a_paused_shop_tells_when_the_pause_is_over() {
    crowd(2);
    back(5);
    save(shop().with(new Standing.Paused(stores.clock().instant().plusSeconds(3_600))));
    live("55m");
    assertThat(handed).isEmpty();
    live("6m");
    assertThat(handed).hasSize(2);
  }

  @Test
  void while_shopify_does_not_answer_nothing_is_lost() {
    crowd(2);
    back(5);
    stores.clock().set(stores.clock().instant().plus(Restock.HOLD));
    stores.variants().down(true);
    assertThatThrownBy(() -> waves(new Mortality(m -> false)).work(TELL, later()))
        .isInstanceOf(UncheckedIOException.class);
    stores.variants().down(false);
    live("1m");
    assertThat(told()).isEqualTo(2);
  }

  @Test
  void the_same_step_ten_times_and_early_and_late_hands_out_the_same_places() {
    crowd(30);
    back(12);
    waves(new Mortality(m -> false)).work(TELL, later());
    assertThat(stores.outbox().takeQueued()).isEmpty();
    live("30m");
    for (int i = 0; i < 10; i++) {
      waves(new Mortality(m -> false)).work(TELL, later());
      deliver();
    }
    assertThat(toldCustomers()).containsExactlyElementsOf(numbers(1, 12));
  }

  @Test
  void a_stretch_that_is_over_goes_on_where_it_stopped() {
    crowd(300);
    back(250);
    stores.clock().set(stores.clock().instant().plus(Restock.HOLD));
    waves(new Mortality(m -> false)).work(TELL, stores.clock().instant());
    assertThat(stores.outbox().takeQueued()).isEmpty();
    live("5m");
    assertThat(toldCustomers()).containsExactlyElementsOf(numbers(1, 250));
  }

  @Test
  void the_time_that_passes_during_a_step_does_not_put_the_wave_off() {
    tick = Duration.ofNanos(1_000);
    crowd(30);
    back(12);
    live("31m");
    assertThat(toldCustomers()).containsExactlyElementsOf(numbers(1, 12));
  }

  @Test
  void a_death_at_any_moment_tells_the_same_people_once_each() {
    int moments = new RestockWavesTest().dying(moment -> false);
    assertThat(moments).isGreaterThan(60);
    for (int deadly = 1; deadly <= moments; deadly++) {
      int at = deadly;
      RestockWavesTest run = new RestockWavesTest();
      run.dying(moment -> moment == at);
      run.everybodyWasToldInTurn("died at " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 11, 13, 17})
  void deaths_again_and_again_tell_the_same_people_once_each(int every) {
    dying(moment -> moment % every == 0 && moment < 300);
    everybodyWasToldInTurn("every " + every);
  }

  @Test
  void a_death_at_any_moment_and_a_break_right_after_it_tell_nobody_twice() {
    int moments = new RestockWavesTest().dyingAsStockBreaks(moment -> false);
    assertThat(moments).isGreaterThan(20);
    for (int deadly = 1; deadly <= moments; deadly++) {
      int at = deadly;
      RestockWavesTest run = new RestockWavesTest();
      run.dyingAsStockBreaks(moment -> moment == at);
      assertThat(run.toldCustomers()).as("died at " + at).containsExactlyElementsOf(numbers(1, 4));
      assertThat(run.line()).as("died at " + at).isEmpty();
    }
  }

  /** Two of four are told, the stock breaks where the function dies, and there is enough later. */
  private int dyingAsStockBreaks(IntPredicate deadly) {
    crowd(4);
    back(2);
    died = this::out;
    Mortality mortality = new Mortality(deadly);
    live(mortality, Duration.ofMinutes(31));
    died = () -> {};
    out();
    live(mortality, Duration.ofMinutes(60));
    backAgain(9);
    live("9h");
    return mortality.moments();
  }

  private void everybodyWasToldInTurn(String how) {
    assertThat(toldCustomers().stream().distinct().toList())
        .as(how)
        .containsExactlyElementsOf(numbers(2, 9));
    assertThat(handed.stream().distinct().toList()).as(how).hasSize(9);
    assertThat(tally()).as(how).isEqualTo(new Watches.Tally(8, 1));
    assertThat(line()).as(how).containsExactly(1L);
  }

  /** One who is not linked and eight who are, five places, then three. */
  private int dying(IntPredicate deadly) {
    wish(1);
    crowd(2, 9);
    back(5);
    Mortality mortality = new Mortality(deadly);
    live(mortality, Duration.ofMinutes(40));
    stock(3);
    live(mortality, Duration.ofHours(9));
    return mortality.moments();
  }

  private void live(String time) {
    live(new Mortality(moment -> false), Duration.parse("PT" + time.toUpperCase()));
  }

  /** Time goes by; what is scheduled or was broken off is done when its time has come. */
  private void live(Mortality mortality, Duration time) {
    Instant end = stores.clock().instant().plus(time);
    while (true) {
      for (Work work : stores.outbox().takeDue()) {
        if (work instanceof StockWork.Tell tell) {
          work(mortality, tell);
        }
      }
      deliver();
      Optional<Instant> next = stores.outbox().scheduledFor().stream().min(Instant::compareTo);
      if (next.filter(at -> !at.isAfter(end)).isEmpty()) {
        stores.clock().set(end);
        return;
      }
      stores.clock().set(next.get());
    }
  }

  private void work(Mortality mortality, StockWork.Tell tell) {
    try {
      waves(mortality).work(tell, later());
    } catch (Death death) {
      deliver();
      died.run();
      stores.outbox().at(stores.clock().instant(), tell);
    }
  }

  private Optional<Reason> objection(SendIntent intent) {
    Shop shop = stores.shops().find(SHOP).orElseThrow();
    return stores
        .factsReaders()
        .get(Kind.RESTOCK)
        .of(shop, List.of(intent))
        .get(intent)
        .objection();
  }

  private RestockWaves waves(Mortality mortality) {
    Restocks restocks = mortality.mortal(Restocks.class, stores.restocks());
    return new RestockWaves(
        stores.shops(),
        new RestockWaves.Stock(
            restocks,
            mortality.mortal(VariantSource.class, stores.variants()),
            new FreshCatalogue(stores.catalogue(), stores.source())),
        new RestockWaves.Line(
            mortality.mortal(Watches.class, stores.watches()),
            new Dossiers(stores.links(), stores.recipients(), stores.factsReaders()),
            mortality.mortal(Deliveries.class, stores.deliveries())),
        mortality.mortal(Outbox.class, stores.outbox()),
        this::goneOn);
  }

  private Instant goneOn() {
    stores.clock().advance(tick);
    return stores.clock().instant();
  }

  /** What {@code push} would do of it. */
  private void deliver() {
    for (Work work : stores.outbox().takeQueued()) {
      SendIntent intent = (SendIntent) work;
      boolean first = handed.stream().noneMatch(h -> h.id().equals(intent.id()));
      if (first) {
        handed.add(intent);
      }
      CustomerId customer = intent.to().customer();
      if (stores.links().find(SHOP, List.of(customer)).isEmpty()) {
        record(intent, new Result.Skipped(new Ineligible.NotLinked()));
      } else if (first && stores.restocks().find(SHOP, COAT).filter(Restock::inStock).isEmpty()) {
        record(intent, new Result.Skipped(new Unwanted.SoldOut()));
      } else if (first && arrives.test(intent)) {
        sent(intent);
      } else if (first) {
        Instant until = stores.clock().instant().plusSeconds(60);
        record(intent, new Result.Deferred(new Untimely.Quiet(until), until));
      }
    }
  }

  private void sent(SendIntent intent) {
    record(intent, new Result.Sent("request"));
  }

  private void record(SendIntent intent, Result result) {
    stores
        .deliveries()
        .record(List.of(new Delivery(intent, result, Optional.empty(), stores.clock().instant())));
  }

  private void bought(int customer) {
    handed.stream()
        .filter(i -> i.to().equals(new Addressee.Customer(new CustomerId(customer))))
        .reduce((a, b) -> b)
        .ifPresent(i -> record(i, new Result.Skipped(new Unwanted.Bought(new OrderId(9)))));
  }

  private void back(long online) {
    stock(online);
    Instant now = stores.clock().instant();
    stores
        .restocks()
        .change(SHOP, COAT, r -> r.heardIn(now))
        .flatMap(Restock::due)
        .ifPresent(due -> stores.outbox().at(due, TELL));
  }

  private void backAgain(long online) {
    back(online);
  }

  private void out() {
    stock(0);
    Instant now = stores.clock().instant();
    stores.restocks().change(SHOP, COAT, r -> r.heardOut(now));
  }

  private void stock(long online) {
    stores.variants().stock(SHOP, COAT, new VariantFacts.Stock(true, online));
  }

  private void crowd(int people) {
    crowd(1, people);
  }

  private void crowd(int from, int to) {
    for (int person = from; person <= to; person++) {
      link(person);
      wish(person);
    }
  }

  private void wish(int person) {
    stores
        .watches()
        .add(
            SHOP,
            new Watch(
                new CustomerId(person),
                PRODUCT,
                COAT,
                TEN.minus(Duration.ofHours(40)).plusSeconds(person)));
  }

  private void link(int person) {
    Nonce nonce = Nonce.of(entropy.bytes(Nonce.BYTES));
    Instant now = stores.clock().instant();
    stores
        .links()
        .open(
            new LinkAttempt(
                SHOP, nonce.hash(), new CustomerId(person), EntryRoute.CHAT, now.plusSeconds(60)));
    stores.links().complete(SHOP, nonce, user(person), "link-" + person, now);
    friendship(person, Friendship.State.FRIEND);
  }

  private void friendship(int person, Friendship.State state) {
    var known = stores.recipients().find(SHOP, List.of(user(person))).get(user(person));
    stores
        .recipients()
        .replace(known.heard(new Friendship(state, stores.clock().instant().plusMillis(++heard))));
  }

  private static LineUserId user(int person) {
    return new LineUserId("U%032x".formatted(person));
  }

  private void switchOn(Repeat repeat) {
    settings(new RestockSettings(true, repeat));
  }

  private void off() {
    settings(new RestockSettings(false, Repeat.ONCE));
  }

  private void settings(RestockSettings restock) {
    Settings now = shop().settings();
    KindSettings kinds = now.kinds().with(restock);
    save(
        shop()
            .with(
                new Settings(
                    now.timeZone(),
                    now.wording(),
                    now.quietHours(),
                    now.quotaReserve(),
                    now.contactBudget(),
                    kinds),
                stores.clock().instant()));
  }

  private Shop shop() {
    return stores.shops().find(SHOP).orElseThrow();
  }

  private void save(Shop shop) {
    stores.shops().save(shop);
  }

  private Restock restock() {
    return stores.restocks().find(SHOP, COAT).orElseThrow();
  }

  private Watches.Tally tally() {
    return new RestockTally(stores.watches(), stores.deliveries())
        .of(shop(), restock(), stores.clock().instant());
  }

  private long told() {
    return toldCustomers().size();
  }

  private List<Long> toldCustomers() {
    return handed.stream()
        .filter(
            intent ->
                stores.deliveries().find(intent).orElseThrow().result() instanceof Result.Sent)
        .map(intent -> intent.to().customer().number())
        .toList();
  }

  private List<Long> lanes(Lane lane) {
    return handed.stream()
        .filter(intent -> intent.lane() == lane)
        .map(intent -> intent.to().customer().number())
        .toList();
  }

  private List<Long> line() {
    return stores.watches().line(SHOP, COAT, Optional.empty(), 1_000).stream()
        .map(watch -> watch.customer().number())
        .toList();
  }

  private static List<Long> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> (long) i).toList();
  }

  private Instant later() {
    return stores.clock().instant().plusSeconds(80);
  }

  private static VariantFacts facts(long online) {
    return new VariantFacts(
        COAT,
        PRODUCT,
        new InventoryItemId(1_051),
        new VariantFacts.Showing("coat", "コート", Optional.of("M"), new BigDecimal("9800")),
        true,
        new VariantFacts.Stock(true, online),
        TEN.minus(Duration.ofDays(2)));
  }

  private static ProductFacts product() {
    return new ProductFacts(
        PRODUCT,
        new ProductFacts.Showing("coat", "コート", new BigDecimal("9800"), Optional.empty()),
        true,
        false,
        List.of(new ProductFacts.VariantStock(COAT, true, TEN)),
        TEN,
        TEN);
  }
}
