package dev.musubi.isolation;

import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.Untimely;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.testkit.memory.MemorySender.Arrived;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as bought, whichever webhook comes first. */
class CartBoughtTest extends HanasCarts {

  @Test
  void left_at_21_40_it_waits_for_seven_and_bought_at_06_58_it_is_silence() {
    Instant evening = Instant.parse("2026-11-23T12:40:00Z");
    walkTo(evening);
    used(evening);
    walkTo(Instant.parse("2026-11-23T21:58:00Z"));
    assertThat(why(rows().getFirst())).isInstanceOf(Untimely.Quiet.class);
    ordered(",\"checkout_token\":\"c0ffee\"");
    walkTo(Instant.parse("2026-11-23T22:20:00Z"));

    assertThat(arrived()).isEmpty();
    assertThat(why(rows().getFirst())).isEqualTo(new Unwanted.Bought(ORDER));
  }

  @ParameterizedTest
  @ValueSource(strings = {",\"checkout_token\":\"c0ffee\"", ",\"cart_token\":\"ca57\"", ""})
  void an_order_of_the_checkout_or_the_cart_or_only_of_the_same_items_is_bought(String from) {
    used(TEN);
    walk.stores.clock().advance(Duration.ofMinutes(30));
    ordered(from);
    walkTo(TEN.plus(Duration.ofHours(1)));

    assertThat(arrived()).isEmpty();
    assertThat(why(rows().getFirst())).isEqualTo(new Unwanted.Bought(ORDER));
  }

  @Test
  void a_late_update_after_the_order_never_reopens_whichever_is_heard_first() {
    walk.stores.clock().advance(Duration.ofMinutes(30));
    ordered(",\"checkout_token\":\"c0ffee\"");
    used(TEN);
    used(TEN.plus(Duration.ofMinutes(29)));
    used(TEN.plus(Duration.ofMinutes(31)));

    assertThat(walk.stores.outbox().scheduled()).isEmpty();
    walkTo(TEN.plus(Duration.ofHours(9)));
    assertThat(arrived()).isEmpty();
  }

  @Test
  void an_order_of_a_guest_from_the_same_checkout_is_bought_too() {
    used(TEN);
    walk.shopify(
        HANAMICHI,
        "orders/create",
        order(",\"checkout_token\":\"c0ffee\"").replace(customer(), "null"));
    walkTo(TEN.plus(Duration.ofHours(1)));

    assertThat(why(rows().getFirst())).isEqualTo(new Unwanted.Bought(ORDER));
  }

  @Test
  void an_order_at_the_till_starts_nothing_and_counts_as_bought_and_a_test_order_is_neither() {
    ordered(",\"source_name\":\"pos\"");
    assertThat(walk.stores.outbox().scheduled()).isEmpty();
    used(TEN.plusSeconds(60));
    use("other", TEN.plusSeconds(60), customer(), item(CUP, 1), "null");
    walk.stores.clock().advance(Duration.ofMinutes(2));
    ordered(",\"source_name\":\"pos\"");
    walk.shopify(
        HANAMICHI,
        "orders/create",
        order(",\"test\":true,\"checkout_token\":\"other\"")
            .replace("\"product_id\":" + BOWL, "\"product_id\":" + CUP));
    walkTo(TEN.plus(Duration.ofHours(2)));

    assertThat(arrived())
        .singleElement()
        .satisfies(a -> assertThat(a.message().messages()).contains("湯呑"));
    assertThat(rows()).hasSize(2);
    assertThat(rows())
        .anySatisfy(row -> assertThat(why(row)).isEqualTo(new Unwanted.Bought(ORDER)));
  }

  @Test
  void a_cancelled_order_of_the_same_items_is_no_purchase() {
    used(TEN);
    walk.stores.clock().advance(Duration.ofMinutes(5));
    walk.shopify(HANAMICHI, "orders/cancelled", order(""));
    walkTo(TEN.plus(Duration.ofHours(1)));
    assertThat(arrived()).hasSize(1);
  }

  @Test
  void completed_without_an_order_that_is_heard_is_silence() {
    used(TEN);
    use("c0ffee", TEN.plusSeconds(60), customer(), WHOLE, "\"" + TEN.plusSeconds(60) + "\"");
    walkTo(TEN.plus(Duration.ofHours(2)));

    assertThat(arrived()).isEmpty();
    assertThat(why(rows().getFirst())).isInstanceOf(Unwanted.CheckedOut.class);
  }

  @Test
  void a_bought_or_reminded_checkout_that_is_used_again_is_a_new_occurrence() {
    reminds(
        HANAMICHI,
        Map.of("cap", Map.of("messages", 9, "days", 7), "quietHours", quiet("00:00", "00:00")));
    used(TEN);
    walkTo(TEN.plus(Duration.ofHours(1)));
    Instant again = TEN.plus(Duration.ofHours(2));
    walkTo(again);
    used(again);
    walk.stores.clock().advance(Duration.ofMinutes(1));
    ordered(",\"checkout_token\":\"c0ffee\"");
    Instant third = again.plus(Duration.ofMinutes(30));
    walkTo(third);
    used(third);
    walkTo(third.plus(Duration.ofHours(1)));

    assertThat(arrived())
        .extracting(Arrived::at)
        .containsExactly(TEN.plus(Duration.ofHours(1)), third.plus(Duration.ofHours(1)));
    assertThat(rows())
        .extracting(row -> ((Subject.Cart) row.intent().subject()).generation())
        .containsExactly(3, 2, 1);
    assertThat(why(rows().get(1))).isEqualTo(new Unwanted.Bought(ORDER));
  }

  @Test
  void no_second_one_follows_what_was_bought() {
    reminds(HANAMICHI, Map.of("after", List.of("PT1H", "PT24H")));
    used(TEN);
    walk.stores.clock().advance(Duration.ofMinutes(1));
    ordered("");
    walkTo(TEN.plus(Duration.ofHours(30)));

    assertThat(rows()).hasSize(1);
    assertThat(walk.stores.outbox().scheduled()).isEmpty();
  }
}
