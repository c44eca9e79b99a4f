package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shopping.Catalogue;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Catalogue} does. */
public abstract class CatalogueContract {

  private static final ProductId TEA = new ProductId(1);

  private Instant now;
  private Catalogue catalogue;

  protected abstract Catalogue empty(InstantSource clock);

  @BeforeEach
  final void start() {
    now = NOON;
    catalogue = empty(() -> now);
  }

  @Test
  void a_product_that_was_never_heard_of_is_absent() {
    assertThat(catalogue.find(SHOP, List.of(TEA))).isEmpty();
  }

  @Test
  void what_was_heard_is_read_back_whole_and_only_in_its_shop() {
    ProductFacts tea = Sample.product(1, "ゆず茶", NOON);
    catalogue.heard(SHOP, tea);

    assertThat(catalogue.find(SHOP, List.of(TEA))).containsEntry(TEA, tea);
    assertThat(catalogue.find(OTHER_SHOP, List.of(TEA))).isEmpty();
  }

  @Test
  void a_hundred_products_are_found_with_one_call() {
    List<ProductId> all = LongStream.rangeClosed(1, 100).mapToObj(ProductId::new).toList();
    catalogue.heard(SHOP, Sample.product(1, "tea", NOON));
    catalogue.heard(SHOP, Sample.product(100, "cup", NOON));

    assertThat(catalogue.find(SHOP, all)).containsOnlyKeys(TEA, new ProductId(100));
  }

  @Test
  void the_newer_news_win_in_any_order() {
    catalogue.heard(SHOP, Sample.product(1, "newer", NOON.plusSeconds(9)));
    catalogue.heard(SHOP, Sample.product(1, "older", NOON));

    assertThat(tea().orElseThrow().showing().title()).isEqualTo("newer");
  }

  @Test
  void stock_of_a_known_product_is_merged() {
    catalogue.heard(SHOP, Sample.product(1, "tea", NOON));
    catalogue.heard(SHOP, TEA, stock(10, false, NOON.plusSeconds(1)));

    assertThat(tea().orElseThrow().inStock()).isFalse();
  }

  @Test
  void stock_of_an_unknown_product_leaves_nothing() {
    catalogue.heard(SHOP, TEA, stock(10, true, NOON));
    assertThat(tea()).isEmpty();
  }

  @Test
  void a_product_that_is_gone_is_absent_and_older_news_do_not_bring_it_back() {
    catalogue.heard(SHOP, Sample.product(1, "tea", NOON));
    catalogue.gone(SHOP, TEA, NOON.plusSeconds(5));
    catalogue.heard(SHOP, Sample.product(1, "late", NOON.plusSeconds(4)));
    catalogue.heard(SHOP, TEA, stock(10, true, NOON.plusSeconds(6)));
    assertThat(tea()).isEmpty();

    catalogue.heard(SHOP, Sample.product(1, "back", NOON.plusSeconds(6)));
    assertThat(tea()).isPresent();
  }

  @Test
  void a_deletion_that_comes_before_its_product_still_counts() {
    catalogue.gone(SHOP, TEA, NOON.plusSeconds(5));
    catalogue.heard(SHOP, Sample.product(1, "late", NOON));
    assertThat(tea()).isEmpty();
  }

  @Test
  void news_that_come_at_once_are_all_merged() {
    catalogue.heard(SHOP, Sample.product(1, "tea", NOON));
    List<Callable<Boolean>> racers = new ArrayList<>();
    for (int variant = 11; variant <= 14; variant++) {
      ProductFacts.VariantStock stock = stock(variant, true, NOON);
      racers.add(
          () -> {
            catalogue.heard(SHOP, TEA, stock);
            return true;
          });
    }
    Race.of(racers);

    assertThat(tea().orElseThrow().variants()).hasSize(5);
  }

  @Test
  void what_was_not_heard_of_for_ninety_days_is_forgotten() {
    catalogue.heard(SHOP, Sample.product(1, "tea", NOON));

    now = NOON.plus(Catalogue.KEPT);
    assertThat(tea()).isEmpty();
    catalogue.heard(SHOP, TEA, stock(10, true, now));
    assertThat(tea()).isEmpty();
  }

  private Optional<ProductFacts> tea() {
    return Optional.ofNullable(catalogue.find(SHOP, List.of(TEA)).get(TEA));
  }

  private static ProductFacts.VariantStock stock(long variant, boolean sellable, Instant at) {
    return new ProductFacts.VariantStock(new VariantId(variant), sellable, at);
  }
}
