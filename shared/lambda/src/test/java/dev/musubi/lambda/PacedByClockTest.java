package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedByClockTest {

  private static final ShopId KYOTO = new ShopId("kyoto-tea");
  private static final ShopId PARIS = new ShopId("paris-pen");

  private final AtomicLong nanos = new AtomicLong(-5);
  private final PacedByClock pacer = new PacedByClock(100, nanos::get, nanos::addAndGet);

  @Test
  void requests_of_one_shop_are_spaced_evenly_from_the_first_on() {
    for (int i = 0; i < 100; i++) {
      pacer.await(KYOTO);
    }
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_pause_saves_nothing_up() {
    pacer.await(KYOTO);
    nanos.addAndGet(Duration.ofSeconds(30).toNanos());
    pacer.await(KYOTO);
    pacer.await(KYOTO);
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(30).plusMillis(30));
  }

  @Test
  void shops_do_not_wait_for_each_other() {
    pacer.await(KYOTO);
    pacer.await(PARIS);
    long before = nanos.get();
    pacer.await(KYOTO);
    assertThat(Duration.ofNanos(nanos.get() - before)).isLessThanOrEqualTo(Duration.ofMillis(10));
  }

  @Test
  void a_restored_environment_does_not_wait_for_times_of_another_machine() {
    nanos.set(Duration.ofDays(300).toNanos());
    pacer.await(KYOTO);
    nanos.set(0);
    pacer.begin();
    pacer.await(KYOTO);
    assertThat(Duration.ofNanos(nanos.get())).isEqualTo(Duration.ofMillis(10));
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanos.get() + 5);
  }
}
