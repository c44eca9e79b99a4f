package dev.musubi.inboundshopify;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.reminding.StockNews;
import dev.musubi.core.reminding.StockReading;
import dev.musubi.core.sending.Outbox;
import dev.musubi.core.sending.StockWork;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.ProductFacts.VariantStock;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.ShopSignal.InventoryMoved;
import dev.musubi.core.shopping.ShopSignal.StockHeard;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.Death;
import dev.musubi.testkit.memory.Mortality;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** From what Shopify tells of stock to what is scheduled because of it. */
class StockNewsTest {

  private static final Instant TEN = Instant.parse("2026-03-02T01:00:00Z");
  private static final ShopId SHOP = KYOTO.id();
  private static final ProductId PRODUCT = new ProductId(5);

  private final Stores stores = Stores.ofTwoShops(TEN);
  private final StockNews news = new StockNews(stores.restocks(), stores.outbox(), stores.clock());

  @Test
  void what_comes_in_stock_is_looked_at_when_it_has_lasted_half_an_hour() {
    watched(51);
    for (int i = 0; i < 10; i++) {
      news.hear(SHOP, heard(51, true, TEN));
    }

    assertThat(stores.outbox().scheduledFor()).containsExactly(TEN.plus(Duration.ofMinutes(30)));
    assertThat(restock(51).inStock()).isTrue();
  }

  @Test
  void signals_that_come_swapped_or_a_day_late_change_nothing_that_is_newer() {
    watched(51);
    news.hear(SHOP, heard(51, true, TEN.plusSeconds(120)));
    news.hear(SHOP, heard(51, false, TEN.plusSeconds(60)));
    news.hear(SHOP, heard(51, true, TEN.minus(Duration.ofDays(1))));

    assertThat(restock(51).availability().since()).contains(TEN.plusSeconds(120));
  }

  @Test
  void what_nobody_waits_for_schedules_nothing_and_is_not_kept() {
    news.hear(SHOP, heard(51, true, TEN));
    news.moved(SHOP, List.of(moved(51, TEN)));

    assertThat(stores.outbox().scheduledFor()).isEmpty();
    assertThat(stores.restocks().find(SHOP, new VariantId(51))).isEmpty();
    assertThat(stores.restocks().marked(SHOP, 10)).isEmpty();
  }

  @Test
  void a_burst_is_one_mark_a_watched_variant_and_one_reading_and_shopify_is_not_asked() {
    watched(51);
    watched(52);
    List<InventoryMoved> burst = new ArrayList<>();
    LongStream.rangeClosed(1, 5_000).forEach(i -> burst.add(moved(i % 500 + 1, TEN.plusMillis(i))));
    news.moved(SHOP, burst);
    news.moved(HANAMICHI.id(), burst);

    assertThat(stores.restocks().marked(SHOP, 10))
        .extracting(Restocks.Moved::variant)
        .containsExactly(new VariantId(51), new VariantId(52));
    assertThat(stores.outbox().scheduledFor()).hasSize(1);
    assertThat(stores.variants().reads()).isEmpty();
  }

  @Test
  void the_marked_variants_are_read_together_and_never_summed() {
    IntStream.rangeClosed(1, 150).forEach(this::watched);
    stock(7, 3);
    IntStream.rangeClosed(1, 150)
        .forEach(i -> news.moved(SHOP, List.of(moved(i, TEN), moved(i, TEN.plusSeconds(1)))));
    read(new Mortality(moment -> false));

    assertThat(stores.variants().reads()).extracting(List::size).containsExactly(100, 50);
    assertThat(stores.restocks().marked(SHOP, 10)).isEmpty();
    assertThat(restock(7).inStock()).isTrue();
    assertThat(restock(8).inStock()).isFalse();
    assertThat(restock(7).facts().stock().online()).isEqualTo(3);
  }

  @Test
  void a_variant_that_is_gone_from_the_shop_is_gone_from_stock() {
    watched(51);
    news.hear(SHOP, heard(51, true, TEN));
    stores.variants().remove(SHOP, new VariantId(51));
    stores.clock().set(TEN.plusSeconds(180));
    news.moved(SHOP, List.of(moved(51, TEN.plusSeconds(60))));
    read(new Mortality(moment -> false));

    assertThat(restock(51).inStock()).isFalse();
  }

  @Test
  void an_item_that_nobody_waits_for_any_more_is_not_read_and_not_heard_of_again() {
    Watch wish = watched(51);
    stores.watches().remove(SHOP, wish);
    stores.clock().set(TEN.plus(Duration.ofHours(2)));
    news.moved(SHOP, List.of(moved(51, TEN.plus(Duration.ofHours(2)))));
    read(new Mortality(moment -> false));

    assertThat(stores.variants().reads()).isEmpty();
    assertThat(stores.restocks().watched(SHOP, List.of(item(51)))).isEmpty();
  }

  @Test
  void a_death_at_any_moment_of_the_reading_is_made_good_by_the_next() {
    int moments = dying(moment -> false).moments();
    assertThat(moments).isGreaterThan(10);
    for (int deadly = 1; deadly <= moments; deadly++) {
      int at = deadly;
      StockNewsTest run = new StockNewsTest();
      Mortality mortality = run.dying(moment -> moment == at);
      assertThat(mortality.moments()).isGreaterThanOrEqualTo(at);
      assertThat(run.restock(51).inStock()).as("died at " + at).isTrue();
      assertThat(run.stores.restocks().marked(SHOP, 10)).as("died at " + at).isEmpty();
      assertThat(run.stores.outbox().scheduledFor()).as("died at " + at).isNotEmpty();
    }
  }

  private Mortality dying(IntPredicate deadly) {
    watched(51);
    stock(51, 1);
    Mortality mortality = new Mortality(deadly);
    for (int times = 0; times < 2; times++) {
      try {
        new StockNews(
                mortality.mortal(Restocks.class, stores.restocks()),
                mortality.mortal(Outbox.class, stores.outbox()),
                stores.clock())
            .moved(SHOP, List.of(moved(51, TEN)));
        break;
      } catch (Death death) {
        continue;
      }
    }
    for (int times = 0; times < 2; times++) {
      try {
        read(mortality);
        break;
      } catch (Death death) {
        continue;
      }
    }
    return mortality;
  }

  private void read(Mortality mortality) {
    new StockReading(
            mortality.mortal(Restocks.class, stores.restocks()),
            stores.watches(),
            stores.variants(),
            mortality.mortal(Outbox.class, stores.outbox()),
            stores.clock())
        .work(new StockWork.Read(SHOP), stores.clock().instant().plusSeconds(80));
  }

  private Watch watched(long variant) {
    VariantFacts facts = facts(variant, 0);
    stores.variants().put(SHOP, facts);
    stores.restocks().watch(SHOP, facts, TEN);
    Watch wish = new Watch(new CustomerId(1), PRODUCT, new VariantId(variant), TEN);
    stores.watches().add(SHOP, wish);
    return wish;
  }

  private void stock(long variant, int online) {
    stores.variants().stock(SHOP, new VariantId(variant), new VariantFacts.Stock(true, online));
  }

  private Restock restock(long variant) {
    return stores.restocks().find(SHOP, new VariantId(variant)).orElseThrow();
  }

  private static StockHeard heard(long variant, boolean in, Instant at) {
    return new StockHeard(PRODUCT, new VariantStock(new VariantId(variant), in, at), at);
  }

  private static InventoryMoved moved(long variant, Instant at) {
    return new InventoryMoved(item(variant), at);
  }

  private static InventoryItemId item(long variant) {
    return new InventoryItemId(variant + 10_000);
  }

  private static VariantFacts facts(long variant, int online) {
    return new VariantFacts(
        new VariantId(variant),
        PRODUCT,
        item(variant),
        new VariantFacts.Showing("coat", "Coat", Optional.empty(), new BigDecimal("98")),
        true,
        new VariantFacts.Stock(true, online),
        TEN.minusSeconds(3_600));
  }
}
