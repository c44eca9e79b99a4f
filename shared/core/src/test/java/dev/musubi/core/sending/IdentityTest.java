package dev.musubi.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private static final Addressee HANA = new Addressee.Customer(new CustomerId(7));
  private static final Subject VIEWED = new Subject.Viewed(LocalDate.of(2026, 11, 23));

  @Test
  void the_same_intent_has_the_same_send_id_for_ever() {
    assertThat(SendId.of(new ShopId("hinode"), HANA, VIEWED).hex())
        .isEqualTo("f21d24751e2c0568417f99f1225c5f75");
  }

  @Test
  void another_shop_customer_or_day_is_another_send() {
    SendId send = SendId.of(new ShopId("hinode"), HANA, VIEWED);
    assertThat(SendId.of(new ShopId("kaze"), HANA, VIEWED)).isNotEqualTo(send);
    assertThat(SendId.of(new ShopId("hinode"), new Addressee.Customer(new CustomerId(8)), VIEWED))
        .isNotEqualTo(send);
    assertThat(
            SendId.of(new ShopId("hinode"), HANA, new Subject.Viewed(LocalDate.of(2026, 11, 24))))
        .isNotEqualTo(send);
  }

  @Test
  void the_retry_key_changes_with_the_epoch_and_with_the_line_user() {
    SendId send = SendId.of(new ShopId("hinode"), HANA, VIEWED);
    RetryKey key = RetryKey.of(send, 0, Given.HANA);
    assertThat(RetryKey.of(send, 0, Given.HANA)).isEqualTo(key);
    assertThat(RetryKey.of(send, 1, Given.HANA)).isNotEqualTo(key);
    assertThat(RetryKey.of(send, 0, Given.OTHER)).isNotEqualTo(key);
    assertThat(key.uuid().version()).isEqualTo(8);
    assertThat(key.uuid().variant()).isEqualTo(2);
  }

  @Test
  void a_send_has_its_own_share_of_a_window() {
    Duration share = SendId.of(new ShopId("hinode"), HANA, VIEWED).share(Duration.ofMinutes(15));
    assertThat(share).isBetween(Duration.ZERO, Duration.ofSeconds(899));
  }
}
