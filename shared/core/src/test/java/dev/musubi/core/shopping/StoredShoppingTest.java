package dev.musubi.core.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredShoppingTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final CustomerId HANA = new CustomerId(7);
  private static final PurchaseHistory NOTHING = new PurchaseHistory(List.of());

  @Test
  void a_cancellation_stays_whichever_webhook_comes_first() {
    assertThat(NOTHING.with(order(1, NOW, true), NOW).with(order(1, NOW, false), NOW).orders())
        .containsExactly(order(1, NOW, true));
    assertThat(NOTHING.with(order(1, NOW, false), NOW).with(order(1, NOW, true), NOW).orders())
        .containsExactly(order(1, NOW, true));
  }

  @Test
  void orders_are_kept_for_60_days_newest_first() {
    PurchaseHistory history =
        NOTHING
            .with(order(1, NOW.minus(Duration.ofDays(59)), false), NOW)
            .with(order(2, NOW, false), NOW)
            .with(order(3, NOW.minus(Duration.ofDays(60)), false), NOW);

    assertThat(history.orders()).extracting(o -> o.order().number()).containsExactly(2L, 1L);
    assertThat(history.at(NOW.plus(Duration.ofDays(1))).orders()).hasSize(1);
  }

  @Test
  void only_the_newest_100_orders_are_kept() {
    PurchaseHistory history = NOTHING;
    for (int i = 1; i <= 101; i++) {
      history = history.with(order(i, NOW.plusSeconds(i), false), NOW);
    }
    assertThat(history.orders()).hasSize(100).last().isEqualTo(order(2, NOW.plusSeconds(2), false));
  }

  @Test
  void orders_too_large_for_one_item_push_the_oldest_out() {
    PurchaseHistory history = NOTHING;
    for (int i = 1; i <= 3; i++) {
      List<ProductId> many = Collections.nCopies(4_000, new ProductId(i));
      Purchase large = new Purchase(new OrderId(i), HANA, NOW.plusSeconds(i), many, false);
      history = history.with(large, NOW);
    }
    assertThat(history.orders()).extracting(o -> o.order().number()).containsExactly(3L, 2L);
  }

  @Test
  void a_joined_history_belongs_to_the_customer_who_stays() {
    PurchaseHistory other = NOTHING.with(order(1, NOW, false), NOW);
    assertThat(NOTHING.with(other, new CustomerId(8), NOW).orders())
        .extracting(Purchase::customer)
        .containsExactly(new CustomerId(8));
  }

  @Test
  void an_older_webhook_does_not_bring_back_a_product_that_is_gone() {
    CatalogueEntry gone = CatalogueEntry.NONE.heard(facts(NOW)).gone(NOW.plusSeconds(5));

    assertThat(gone.heard(facts(NOW.plusSeconds(5)))).isEqualTo(gone);
    assertThat(gone.heard(facts(NOW.plusSeconds(6))).facts()).isPresent();
  }

  @Test
  void an_older_deletion_does_not_remove_a_product_that_is_back() {
    CatalogueEntry known = CatalogueEntry.NONE.heard(facts(NOW));

    assertThat(known.gone(NOW.minusSeconds(1))).isEqualTo(known);
    assertThat(known.gone(NOW).gone(NOW.minusSeconds(1)).goneAt()).contains(NOW);
  }

  @Test
  void of_an_unknown_product_no_stock_is_kept() {
    ProductFacts.VariantStock stock = new ProductFacts.VariantStock(new VariantId(1), true, NOW);
    assertThat(CatalogueEntry.NONE.heard(stock)).isEqualTo(CatalogueEntry.NONE);
  }

  private static Purchase order(long number, Instant at, boolean cancelled) {
    return new Purchase(new OrderId(number), HANA, at, List.of(new ProductId(number)), cancelled);
  }

  private static ProductFacts facts(Instant updatedAt) {
    return new ProductFacts(
        new ProductId(1),
        new ProductFacts.Showing("yuzu", "Yuzu", BigDecimal.TEN, Optional.empty()),
        true,
        false,
        List.of(),
        updatedAt,
        updatedAt);
  }
}
