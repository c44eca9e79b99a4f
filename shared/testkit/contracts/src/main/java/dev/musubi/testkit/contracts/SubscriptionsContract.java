package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ShopTopic;
import dev.musubi.core.shopping.Subscriptions;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link Subscriptions} do. */
public abstract class SubscriptionsContract {

  private static final List<ShopTopic> WANTED =
      Arrays.stream(ShopTopic.values()).filter(topic -> !topic.compliance()).toList();

  private Subscriptions subscriptions;

  /** For two shops that send nothing yet. */
  protected abstract Subscriptions of(ShopId shop, ShopId another);

  /** From now on Shopify does not answer. */
  protected abstract void unreachable();

  @BeforeEach
  final void start() {
    subscriptions = of(SHOP, OTHER_SHOP);
  }

  @Test
  void what_is_missing_is_told_and_set_up_once() {
    assertThat(subscriptions.complete(SHOP, WANTED.subList(0, 2))).isEqualTo(WANTED.subList(0, 2));
    assertThat(subscriptions.complete(SHOP, WANTED)).isEqualTo(WANTED.subList(2, WANTED.size()));
    assertThat(subscriptions.complete(SHOP, WANTED)).isEmpty();
  }

  @Test
  void one_shops_webhooks_are_not_anothers() {
    subscriptions.complete(SHOP, WANTED);

    assertThat(subscriptions.complete(OTHER_SHOP, WANTED)).isEqualTo(WANTED);
  }

  @Test
  void a_shopify_that_does_not_answer_is_told() {
    unreachable();

    assertThatThrownBy(() -> subscriptions.complete(SHOP, WANTED))
        .isInstanceOf(UncheckedIOException.class);
  }
}
