package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.sending.Quota;
import dev.musubi.core.sending.Quotas;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every {@link Quotas} does. */
public abstract class QuotasContract {

  private Instant now = NOON;

  /** Quotas of two shops that have used nothing: the one of that limit, the other of none. */
  protected abstract Quotas limited(ShopId shop, long limit, ShopId unlimited, InstantSource clock);

  @Test
  void a_plan_without_a_limit_leaves_all_promotional_messages() {
    Quota quota = start(200).of(OTHER_SHOP);

    assertThat(quota.limit()).isEmpty();
    assertThat(quota.leaves(1_000)).isTrue();
  }

  @Test
  void a_plan_with_a_limit_keeps_the_reserve() {
    Quota quota = start(200).of(SHOP);

    assertThat(quota.limit()).isEqualTo(OptionalLong.of(200));
    assertThat(quota.leaves(199)).isTrue();
    assertThat(quota.leaves(200)).isFalse();
  }

  @Test
  void a_limit_that_was_reached_counts_until_then_and_no_longer() {
    Quotas quotas = start(200);
    quotas.exhausted(SHOP, NOON.plus(Duration.ofMinutes(15)));

    now = NOON.plus(Duration.ofMinutes(14));
    assertThat(quotas.of(SHOP).leaves(0)).isFalse();
    now = NOON.plus(Duration.ofMinutes(15));
    assertThat(quotas.of(SHOP).leaves(0)).isTrue();
  }

  @Test
  void a_limit_can_be_reached_before_the_quota_was_ever_asked_for_and_without_one() {
    Quotas quotas = start(200);
    quotas.exhausted(OTHER_SHOP, NOON.plus(Duration.ofMinutes(15)));

    assertThat(quotas.of(OTHER_SHOP).leaves(0)).isFalse();
    assertThat(quotas.of(SHOP).leaves(0)).isTrue();
  }

  private Quotas start(long limit) {
    return limited(SHOP, limit, OTHER_SHOP, () -> now);
  }
}
