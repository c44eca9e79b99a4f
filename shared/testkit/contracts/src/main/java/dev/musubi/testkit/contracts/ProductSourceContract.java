package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ProductSource;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ProductSource} does. */
public abstract class ProductSourceContract {

  private static final int MORE_THAN_ONE_CALL = 30;

  private ProductSource source;

  /** For a shop that sells those products, published and in stock, and another that sells none. */
  protected abstract ProductSource selling(
      ShopId shop, List<ProductFacts> products, ShopId another);

  /** From now on Shopify does not answer. */
  protected abstract void unreachable();

  @BeforeEach
  final void start() {
    source =
        selling(
            SHOP,
            LongStream.rangeClosed(1, MORE_THAN_ONE_CALL)
                .mapToObj(n -> Sample.product(n, "Product " + n, NOON))
                .toList(),
            OTHER_SHOP);
  }

  @Test
  void what_a_shop_sells_is_read_whatever_its_number() {
    List<ProductFacts> read = source.read(SHOP, numbers(1, MORE_THAN_ONE_CALL));

    assertThat(read)
        .extracting(ProductFacts::id)
        .containsExactlyElementsOf(numbers(1, MORE_THAN_ONE_CALL));
    assertThat(read)
        .extracting(facts -> facts.showing().title())
        .contains("Product 1", "Product 30");
    assertThat(read).allMatch(ProductFacts::published);
  }

  @Test
  void what_does_not_exist_is_absent() {
    assertThat(source.read(SHOP, numbers(30, 32)))
        .extracting(ProductFacts::id)
        .containsExactly(new ProductId(30));
  }

  @Test
  void one_shops_products_are_nothing_to_another() {
    assertThat(source.read(OTHER_SHOP, numbers(1, 3))).isEmpty();
  }

  @Test
  void asking_for_nothing_is_harmless() {
    assertThat(source.read(SHOP, List.of())).isEmpty();
  }

  @Test
  void a_shopify_that_does_not_answer_is_told() {
    unreachable();

    assertThatThrownBy(() -> source.read(SHOP, numbers(1, 2)))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static List<ProductId> numbers(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(ProductId::new).toList();
  }
}
