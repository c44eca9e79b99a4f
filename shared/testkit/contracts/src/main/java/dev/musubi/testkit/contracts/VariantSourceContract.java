package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.VariantSource;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link VariantSource} does. */
public abstract class VariantSourceContract {

  private static final VariantId COAT = new VariantId(51);
  private static final VariantId HAT = new VariantId(52);
  private static final VariantId BOTTOMLESS = new VariantId(53);

  /** A variant as the contract wants it: everything else of it is the adapter's choice. */
  public record Entered(
      VariantId id, InventoryItemId item, String product, BigDecimal price, Stock stock) {}

  /** Counted with so many, or not counted. */
  public sealed interface Stock {
    record Counted(int online) implements Stock {}

    record Uncounted() implements Stock {}
  }

  /** A shop that sells these, each the only variant of its product, and one that sells nothing. */
  protected abstract VariantSource selling(ShopId shop, List<Entered> variants, ShopId another);

  /** From now on Shopify does not answer. */
  protected abstract void unreachable();

  @Test
  void variants_are_read_with_their_stock_and_what_is_not_there_is_absent() {
    List<VariantFacts> read = source().read(SHOP, List.of(COAT, HAT, new VariantId(99)));

    assertThat(read).extracting(VariantFacts::id).containsExactlyInAnyOrder(COAT, HAT);
    VariantFacts coat = read.stream().filter(f -> f.id().equals(COAT)).findFirst().orElseThrow();
    assertThat(coat.item()).isEqualTo(new InventoryItemId(1_051));
    assertThat(coat.showing().product()).isEqualTo("コート");
    assertThat(coat.showing().variant()).isEmpty();
    assertThat(coat.showing().price()).isEqualByComparingTo("9800");
    assertThat(coat.offered()).isTrue();
    assertThat(coat.stock()).isEqualTo(new VariantFacts.Stock(true, 12));
    assertThat(coat.room(1_000)).isEqualTo(12);
    assertThat(read).filteredOn(f -> f.id().equals(HAT)).noneMatch(VariantFacts::sellable);
  }

  @Test
  void what_is_not_counted_never_runs_out() {
    VariantFacts read = source().read(SHOP, List.of(BOTTOMLESS)).getFirst();

    assertThat(read.stock().counted()).isFalse();
    assertThat(read.sellable()).isTrue();
    assertThat(read.room(1_000)).isEqualTo(1_000);
  }

  @Test
  void a_hundred_are_read_at_once_and_another_shop_sells_none_of_them() {
    List<VariantId> hundred = LongStream.range(1, 101).mapToObj(VariantId::new).toList();

    assertThat(source().read(SHOP, hundred)).hasSize(3);
    assertThat(source().read(OTHER_SHOP, hundred)).isEmpty();
  }

  @Test
  void out_of_reach_it_throws_rather_than_answer_that_there_is_nothing() {
    VariantSource source = source();
    unreachable();

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> source.read(SHOP, List.of(COAT)));
  }

  private VariantSource source() {
    return selling(
        SHOP,
        List.of(
            entered(COAT, "コート", "9800", new Stock.Counted(12)),
            entered(HAT, "帽子", "3200", new Stock.Counted(0)),
            entered(BOTTOMLESS, "ギフト包装", "300", new Stock.Uncounted())),
        OTHER_SHOP);
  }

  private static Entered entered(VariantId id, String product, String price, Stock stock) {
    return new Entered(
        id, new InventoryItemId(id.number() + 1_000), product, new BigDecimal(price), stock);
  }
}
