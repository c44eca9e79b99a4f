package dev.musubi.core.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShoppingTest {

  private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

  private static ProductFacts tea(String title, boolean sellable, Instant updated) {
    return new ProductFacts(
        new ProductId(1),
        new ProductFacts.Showing("tea", title, BigDecimal.TEN, Optional.empty()),
        true,
        false,
        List.of(new ProductFacts.VariantStock(new VariantId(5), sellable, updated)),
        updated,
        updated);
  }

  @Test
  void most_viewed_comes_first_and_ties_go_to_the_latest() {
    ViewTally tally =
        new ViewTally(
            new CustomerId(1),
            List.of(
                new ViewTally.Viewed(new ProductId(1), 1, NOON),
                new ViewTally.Viewed(new ProductId(2), 1, NOON.plusSeconds(5)),
                new ViewTally.Viewed(new ProductId(3), 4, NOON.minusSeconds(5))));
    assertThat(tally.products())
        .extracting(viewed -> viewed.product().number())
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void webhooks_in_any_order_leave_the_newest_knowledge() {
    ProductFacts older = tea("old", true, NOON);
    ProductFacts newer = tea("new", false, NOON.plusSeconds(10));
    assertThat(older.merge(newer)).isEqualTo(newer.merge(older));
    assertThat(older.merge(newer).showing().title()).isEqualTo("new");
    assertThat(older.merge(newer).inStock()).isFalse();
  }

  @Test
  void newer_stock_of_a_variant_outlives_an_older_picture_of_the_product() {
    ProductFacts soldOut =
        tea("old", true, NOON)
            .with(new ProductFacts.VariantStock(new VariantId(5), false, NOON.plusSeconds(20)));
    ProductFacts heard = tea("new", true, NOON.plusSeconds(10));
    assertThat(soldOut.merge(heard).inStock()).isFalse();
    assertThat(soldOut.merge(heard).showing().title()).isEqualTo("new");
  }

  @Test
  void older_stock_changes_nothing() {
    ProductFacts known = tea("tea", true, NOON);
    assertThat(
            known.with(
                new ProductFacts.VariantStock(new VariantId(5), false, NOON.minusSeconds(1))))
        .isEqualTo(known);
  }
}
