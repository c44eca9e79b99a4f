package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.HANA;
import static dev.musubi.testkit.contracts.Sample.KEN;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.shop.ShopId;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link CustomerTags} does. */
public abstract class CustomerTagsContract {

  private CustomerTags tags;

  /** For a shop with those customers, nobody tagged. */
  protected abstract CustomerTags empty(ShopId shop, List<CustomerId> customers, Instant now);

  protected abstract boolean tagged(ShopId shop, CustomerId customer);

  /** From now on Shopify does not answer. */
  protected abstract void unreachable();

  @BeforeEach
  final void start() {
    tags = empty(SHOP, List.of(HANA, KEN), NOON);
  }

  @Test
  void who_is_linked_is_tagged_and_nobody_else() {
    tags.linked(SHOP, HANA, true);
    tags.linked(SHOP, HANA, true);

    assertThat(tagged(SHOP, HANA)).isTrue();
    assertThat(tagged(SHOP, KEN)).isFalse();
  }

  @Test
  void who_is_no_longer_linked_loses_the_tag() {
    tags.linked(SHOP, HANA, true);
    tags.linked(SHOP, HANA, false);
    tags.linked(SHOP, HANA, false);

    assertThat(tagged(SHOP, HANA)).isFalse();
  }

  @Test
  void a_customer_who_is_gone_is_left_alone() {
    assertThatCode(() -> tags.linked(SHOP, new CustomerId(9_999), false))
        .doesNotThrowAnyException();
    assertThatCode(() -> tags.linked(SHOP, new CustomerId(9_999), true)).doesNotThrowAnyException();
  }

  @Test
  void a_shopify_that_does_not_answer_is_told() {
    unreachable();

    assertThatThrownBy(() -> tags.linked(SHOP, HANA, true))
        .isInstanceOf(UncheckedIOException.class);
  }
}
