package dev.musubi.isolation;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.testkit.memory.MemorySender.Arrived;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a cart is shown, to whom, and by which address. */
class CartContentsTest extends HanasCarts {

  @Test
  void sold_out_lines_are_left_out_and_if_all_are_it_is_skipped_with_that_reason() {
    use("c0ffee", TEN, customer(), WHOLE + "," + item(CUP, 1), "null");
    soldOut(BOWL);
    walkTo(TEN.plus(Duration.ofHours(1)));
    assertThat(arrived().getFirst().message().messages()).contains("湯呑").doesNotContain("椀");

    use("other", TEN.plus(Duration.ofHours(1)), customer(), WHOLE, "null");
    walkTo(TEN.plus(Duration.ofHours(2)));
    assertThat(why(rows().getFirst())).isInstanceOf(Unwanted.SoldOut.class);
  }

  @Test
  void unpublished_products_and_gift_cards_are_left_out() {
    String gift = item(CUP, 1).replace("\"gift_card\":false", "\"gift_card\":true");
    walk.shopify(HANAMICHI, "products/delete", "{\"id\":" + BOWL + "}");
    use("c0ffee", TEN, customer(), WHOLE + "," + gift, "null");
    walk.shopify(HANAMICHI, "products/delete", "{\"id\":" + BOWL + "}");
    walkTo(TEN.plus(Duration.ofHours(1)));

    assertThat(why(rows().getFirst())).isInstanceOf(Unwanted.Unavailable.class);
  }

  @Test
  void below_the_least_value_it_is_skipped_with_both_amounts() {
    reminds(HANAMICHI, Map.of("minimum", 3000));
    use("c0ffee", TEN, customer(), item(BOWL, 2), "null");
    use("other", TEN, customer(), item(BOWL, 3), "null");
    walkTo(TEN.plus(Duration.ofHours(1)));

    assertThat(arrived()).hasSize(1);
    assertThat(rows())
        .anySatisfy(
            row ->
                assertThat(why(row))
                    .isInstanceOfSatisfying(
                        Unwanted.TooSmall.class,
                        small -> {
                          assertThat(small.value()).isEqualByComparingTo("2000");
                          assertThat(small.minimum()).isEqualByComparingTo("3000");
                        }));
  }

  @Test
  void a_cart_without_a_customer_starts_nothing_until_it_has_one() {
    use("c0ffee", TEN, "null", WHOLE, "null");
    assertThat(walk.stores.outbox().scheduled()).isEmpty();
    Instant known = TEN.plusSeconds(300);
    walkTo(known);
    use("c0ffee", known, customer(), WHOLE, "null");

    walkTo(known.plus(Duration.ofHours(1)));
    assertThat(arrived()).extracting(Arrived::at).containsExactly(known.plus(Duration.ofHours(1)));
  }

  @Test
  void a_cart_that_somebody_else_goes_on_with_is_not_shown_to_the_first() {
    used(TEN);
    use("c0ffee", TEN.plusSeconds(60), "{\"id\":99}", WHOLE, "null");
    walkTo(TEN.plus(Duration.ofHours(2)));

    assertThat(arrived()).isEmpty();
    assertThat(why(rows().getFirst())).isInstanceOf(Unwanted.Superseded.class);
  }

  @Test
  void a_shop_that_does_not_remind_writes_no_schedule_and_keeps_no_cart() {
    reminds(HANAMICHI, Map.of("enabled", false));
    used(TEN);
    ordered(",\"checkout_token\":\"c0ffee\"");
    assertThat(walk.stores.outbox().scheduled()).isEmpty();
    assertThat(walk.stores.carts().export(HANAMICHI.id(), Person.of(CUSTOMER))).isEmpty();
  }

  @Test
  void switched_on_later_it_reminds_of_what_is_used_from_then_on_and_switched_off_of_nothing() {
    reminds(HANAMICHI, Map.of("enabled", false));
    used(TEN);
    reminds(HANAMICHI, Map.of());
    walkTo(TEN.plus(Duration.ofHours(2)));
    assertThat(rows()).isEmpty();

    Instant later = walk.stores.clock().instant();
    used(later);
    reminds(HANAMICHI, Map.of("enabled", false));
    walkTo(later.plus(Duration.ofHours(2)));
    assertThat(arrived()).isEmpty();
    assertThat(rows()).hasSize(1);
  }

  @Test
  void a_longer_delay_that_is_set_meanwhile_counts() {
    used(TEN);
    reminds(HANAMICHI, Map.of("after", List.of("PT6H")));
    walkTo(TEN.plus(Duration.ofHours(6)));
    assertThat(arrived()).extracting(Arrived::at).containsExactly(TEN.plus(Duration.ofHours(6)));
  }

  @Test
  void whoever_is_erased_is_not_reminded_and_leaves_no_cart() {
    used(TEN);
    walk.shopify(
        HANAMICHI,
        "customers/redact",
        "{\"shop_domain\":\"hanamichi-tea.myshopify.com\",\"customer\":" + customer() + "}");
    walk.settle();
    assertThat(walk.stores.carts().export(HANAMICHI.id(), Person.of(CUSTOMER))).isEmpty();
    walkTo(TEN.plus(Duration.ofHours(1)));
    assertThat(arrived()).isEmpty();
  }

  @Test
  void the_same_token_in_two_shops_is_two_carts() {
    reminds(KYOTO, Map.of("quietHours", quiet("00:00", "00:00")));
    walk.link(KYOTO);
    walk.product(KYOTO, BOWL, "bowl");
    used(TEN);
    walk.shopify(
        KYOTO,
        "checkouts/create",
        checkout(TEN, customer(), WHOLE, "null").replace("hanamichi", "kyoto"));
    ordered(",\"checkout_token\":\"c0ffee\"");
    walkTo(TEN.plus(Duration.ofHours(1)));

    assertThat(arrived())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.shop()).isEqualTo(KYOTO.id());
              assertThat(a.message().messages())
                  .contains("https://kyoto-tea.myshopify.com/checkouts/1/recover");
            });
  }

  @Test
  void the_link_restores_the_cart_in_the_phones_own_browser_and_is_in_no_intent() {
    used(TEN);
    assertThat(walk.stores.outbox().scheduled().toString()).doesNotContain("recover", "https");
    walkTo(TEN.plus(Duration.ofHours(1)));
    assertThat(arrived().getFirst().message().messages())
        .contains(
            "https://hanamichi-tea.myshopify.com/checkouts/1/recover?key=k&openExternalBrowser=1&utm_source=line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/checkouts/1/recover?key=k",
        "https://hanamichi-tea.myshopify.com.evil.example/1",
        "https://hanamichi-tea.myshopify.com@evil.example/1",
        "http://hanamichi-tea.myshopify.com/1",
        "//evil.example/1",
        "javascript:alert(1)",
        "not an address",
      })
  void an_address_that_is_not_the_shops_own_is_never_given_to_anybody(String address) {
    String body =
        checkout(TEN, customer(), WHOLE, "null")
            .replace("https://hanamichi-tea.myshopify.com/checkouts/1/recover?key=k", address);
    walk.shopify(HANAMICHI, "checkouts/create", body);
    walkTo(TEN.plus(Duration.ofHours(1)));

    assertThat(arrived().getFirst().message().messages())
        .contains(
            "https://hanamichi-tea.myshopify.com/cart/1:1?storefront=true&openExternalBrowser=1")
        .doesNotContain("evil", "javascript", "http:");
  }
}
