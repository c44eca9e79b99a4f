package dev.musubi.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Settings;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class RestockFactsTest {

  private static final Instant TEN = Instant.parse("2026-03-02T01:00:00Z");
  private static final CustomerId HANA = new CustomerId(7);
  private static final ProductId PRODUCT = new ProductId(5);
  private static final VariantId COAT = new VariantId(51);
  private static final Optional<Watch> WISH = Optional.of(new Watch(HANA, PRODUCT, COAT, TEN));

  @Test
  void what_is_back_published_and_waited_for_is_wanted() {
    assertThat(facts(WISH, inStock(), published(true), List.of()).objection()).isEmpty();
  }

  @Test
  void who_took_the_wish_back_does_not_want_it() {
    assertThat(facts(Optional.empty(), inStock(), published(true), List.of()).objection())
        .contains(new Unwanted.NotWaiting());
  }

  @Test
  void what_is_sold_out_again_or_was_never_known_is_not_told() {
    Optional<Restock> gone = inStock().map(r -> r.heardOut(TEN.plusSeconds(90)));
    assertThat(facts(WISH, gone, published(true), List.of()).objection())
        .contains(new Unwanted.SoldOut());
    assertThat(facts(WISH, Optional.empty(), published(true), List.of()).objection())
        .contains(new Unwanted.SoldOut());
  }

  @Test
  void what_was_gone_in_between_is_told_by_the_next_wave_alone() {
    Optional<Restock> backAgain =
        inStock().map(r -> r.heardOut(TEN.plusSeconds(90)).heardIn(TEN.plusSeconds(120)));
    assertThat(facts(WISH, backAgain, published(true), List.of()).objection())
        .contains(new Unwanted.SoldOut());
  }

  @Test
  void what_is_not_published_or_gone_is_not_told() {
    assertThat(facts(WISH, inStock(), published(false), List.of()).objection())
        .contains(new Unwanted.Unavailable());
    assertThat(facts(WISH, inStock(), Optional.empty(), List.of()).objection())
        .contains(new Unwanted.Unavailable());
  }

  @Test
  void who_ordered_the_product_since_the_wish_is_not_told() {
    assertThat(facts(WISH, inStock(), published(true), List.of(order(0, false))).objection())
        .contains(new Unwanted.Bought(new OrderId(9)));
    assertThat(facts(WISH, inStock(), published(true), List.of(order(-1, false))).objection())
        .isEmpty();
    assertThat(facts(WISH, inStock(), published(true), List.of(order(0, true))).objection())
        .isEmpty();
  }

  @Test
  void the_message_shows_the_variants_own_title_price_and_address() {
    SortedMap<String, String> values =
        facts(WISH, inStock(), published(true), List.of()).content(shop()).values();

    assertThat(values)
        .containsEntry("title", "コート")
        .containsEntry("variant", "M")
        .containsEntry("price", "¥9,800")
        .containsEntry(
            "link",
            "https://hinode.example/products/coat?utm_source=line&utm_medium=push"
                + "&utm_campaign=restock-51&variant=51");
  }

  private static RestockFacts facts(
      Optional<Watch> watch,
      Optional<Restock> restock,
      Optional<ProductFacts> product,
      List<Purchase> purchases) {
    return new RestockFacts(TEN.plusSeconds(60), watch, restock, product, purchases);
  }

  private static Optional<Restock> inStock() {
    return Optional.of(
        Restock.of(
                new VariantFacts(
                    COAT,
                    PRODUCT,
                    new InventoryItemId(1_051),
                    new VariantFacts.Showing(
                        "coat", "コート", Optional.of("M"), new BigDecimal("9800")),
                    true,
                    new VariantFacts.Stock(true, 0),
                    TEN))
            .heardIn(TEN.plusSeconds(60)));
  }

  private static Optional<ProductFacts> published(boolean published) {
    return Optional.of(
        new ProductFacts(
            PRODUCT,
            new ProductFacts.Showing("coat", "コート", new BigDecimal("500"), Optional.empty()),
            published,
            false,
            List.of(),
            TEN,
            TEN));
  }

  private static Purchase order(int seconds, boolean cancelled) {
    return new Purchase(
        new OrderId(9), HANA, TEN.plusSeconds(seconds), List.of(PRODUCT), cancelled);
  }

  private static Shop shop() {
    Storefront front =
        new Storefront(
            "ひので商店",
            URI.create("https://hinode.example"),
            "/apps/line",
            Currency.getInstance("JPY"),
            "@hinode");
    return Shop.install(new ShopId("hinode"), front, Settings.defaults(), TEN);
  }
}
