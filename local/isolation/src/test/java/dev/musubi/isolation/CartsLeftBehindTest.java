package dev.musubi.isolation;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.sending.Result;
import dev.musubi.core.sending.Subject;
import dev.musubi.core.sending.Untimely;
import dev.musubi.core.sending.Unwanted;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.memory.MemorySender.Arrived;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cart from its first webhook to the phone, through every function that has a part in it. */
class CartsLeftBehindTest {

  private static final Instant TEN = Instant.parse("2026-11-23T01:00:00Z");
  private static final long BOWL = 100;
  private static final long CUP = 200;
  private static final String WHOLE = item(BOWL, 1);
  private static final OrderId ORDER = new OrderId(5);

  private final Walk walk = new Walk(TEN);

  CartsLeftBehindTest() {
    reminds(HANAMICHI, Map.of());
    walk.link(HANAMICHI);
    walk.product(HANAMICHI, BOWL, "椀");
    walk.product(HANAMICHI, CUP, "湯呑");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT15M", "PT1H", "PT6H", "PT10H", "PT24H", "P7D"})
  void it_is_remembered_so_long_after_its_last_use_to_the_minute(String delay) {
    reminds(HANAMICHI, Map.of("quietHours", quiet("00:00", "00:00"), "after", List.of(delay)));
    Instant due = TEN.plus(Duration.parse(delay));
    used(TEN);

    walkTo(due.minusSeconds(1));
    assertThat(arrived()).isEmpty();
    walkTo(due);
    assertThat(arrived()).extracting(Arrived::at).containsExactly(due);
  }

  @Test
  void ten_uses_cost_one_schedule_and_the_reminder_follows_the_last_one_in_one_row() {
    for (int minute = 0; minute < 50; minute += 5) {
      walkTo(TEN.plus(Duration.ofMinutes(minute)));
      used(walk.stores.clock().instant());
      assertThat(walk.stores.outbox().scheduled()).hasSize(1);
    }
    Instant last = TEN.plus(Duration.ofMinutes(45));
    walkTo(TEN.plus(Duration.ofHours(1)));
    assertThat(rows())
        .singleElement()
        .satisfies(row -> assertThat(why(row)).isInstanceOf(Untimely.InUse.class));
    assertThat(walk.stores.outbox().scheduled()).hasSize(1);

    walkTo(last.plus(Duration.ofHours(1)));
    assertThat(arrived()).extracting(Arrived::at).containsExactly(last.plus(Duration.ofHours(1)));
    assertThat(rows())
        .singleElement()
        .satisfies(row -> assertThat(row.result()).isInstanceOf(Result.Sent.class));
  }

  @Test
  void it_is_of_use_for_a_day_after_the_moved_time_not_after_the_first_one() {
    reminds(HANAMICHI, Map.of("after", List.of("PT24H")));
    used(TEN);
    Instant again = TEN.plus(Duration.ofHours(23));
    walkTo(again);
    used(again);
    walkTo(TEN.plus(Duration.ofHours(24)));
    Instant due = again.plus(Duration.ofHours(24));

    walk.stores.clock().set(due.plus(Duration.ofHours(24)));
    walk.settle();
    assertThat(arrived()).hasSize(1);
  }

  @Test
  void past_that_day_it_is_stale() {
    used(TEN);
    walk.stores.clock().set(TEN.plus(Duration.ofHours(25)).plusSeconds(1));
    walk.settle();

    assertThat(arrived()).isEmpty();
    assertThat(why(rows().getFirst())).isInstanceOf(Untimely.Stale.class);
  }

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
  @CsvSource({
    "Asia/Tokyo, 2026-03-28T21:40",
    "Europe/Berlin, 2026-03-28T21:40",
    "Europe/Berlin, 2026-10-24T21:40",
    "Pacific/Honolulu, 2026-10-24T21:40",
    "America/New_York, 2026-10-31T21:40"
  })
  void the_morning_is_the_shops_own_also_on_the_day_on_which_clocks_change(
      String zone, LocalDateTime left) {
    ZoneId here = ZoneId.of(zone);
    reminds(HANAMICHI, Map.of("timeZone", zone));
    Instant evening = left.atZone(here).toInstant();
    Instant seven = left.toLocalDate().plusDays(1).atTime(7, 0).atZone(here).toInstant();
    walk.stores.clock().set(evening);
    walk.product(HANAMICHI, BOWL, "椀");
    used(evening);

    walkTo(seven.minusSeconds(1));
    assertThat(arrived()).isEmpty();
    walkTo(seven.plus(Duration.ofMinutes(15)));
    assertThat(arrived())
        .singleElement()
        .satisfies(a -> assertThat(a.at()).isBetween(seven, seven.plus(Duration.ofMinutes(15))));
  }

  @Test
  void ten_times_the_same_and_swapped_is_as_once_in_order() {
    String begun = checkout(TEN, customer(), WHOLE, "null");
    String used = checkout(TEN.plusSeconds(90), customer(), WHOLE + "," + item(CUP, 2), "null");
    walk.stores.clock().advance(Duration.ofMinutes(3));
    for (int i = 0; i < 10; i++) {
      walk.shopify(HANAMICHI, "checkouts/update", used);
      walk.shopify(HANAMICHI, "checkouts/create", begun);
    }
    assertThat(walk.stores.outbox().scheduled()).hasSize(1);

    walkTo(TEN.plus(Duration.ofHours(2)));
    assertThat(arrived())
        .singleElement()
        .satisfies(a -> assertThat(a.message().messages()).contains("椀", "湯呑"));
  }

  @Test
  void a_webhook_that_comes_a_day_late_reminds_at_once_while_it_is_of_use_and_then_not_at_all() {
    Instant late = TEN.plus(Duration.ofHours(24));
    walk.stores.clock().set(late);
    used(TEN);
    walkTo(late.plus(Duration.ofMinutes(2)));
    assertThat(arrived()).hasSize(1);

    walk.stores.clock().set(late.plus(Duration.ofDays(9)));
    use("other", late, customer(), WHOLE, "null");
    walkTo(walk.stores.clock().instant().plus(Duration.ofMinutes(2)));
    assertThat(arrived()).hasSize(1);
    assertThat(why(rows().getFirst())).isInstanceOf(Untimely.Stale.class);
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
  void the_cap_counts_a_week_to_the_second() {
    reminds(HANAMICHI, Map.of("quietHours", quiet("00:00", "00:00")));
    used(TEN);
    walkTo(TEN.plus(Duration.ofHours(1)));
    Instant almost = TEN.plus(Duration.ofDays(7)).minusSeconds(60);
    walk.stores.clock().set(almost);
    used(almost);
    walkTo(almost.plus(Duration.ofHours(1)));
    assertThat(why(rows().getFirst())).isInstanceOf(Untimely.Capped.class);

    used(TEN.plus(Duration.ofDays(7)));
    walkTo(TEN.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(61)));
    assertThat(arrived()).hasSize(2);
  }

  @Test
  void of_two_delays_the_second_is_planned_when_the_first_is_judged() {
    reminds(
        HANAMICHI,
        Map.of("after", List.of("PT1H", "PT24H"), "cap", Map.of("messages", 2, "days", 7)));
    used(TEN);
    assertThat(walk.stores.outbox().scheduled()).hasSize(1);
    walkTo(TEN.plus(Duration.ofHours(1)));
    assertThat(walk.stores.outbox().scheduledFor()).containsExactly(TEN.plus(Duration.ofHours(24)));
    walkTo(TEN.plus(Duration.ofHours(24)));

    assertThat(arrived())
        .extracting(Arrived::at)
        .containsExactly(TEN.plus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(24)));
    assertThat(walk.stores.outbox().scheduled()).isEmpty();
    assertThat(rows()).hasSize(2);
  }

  @Test
  void the_cap_holds_for_the_second_one_too_and_a_first_that_had_to_wait_moves_it() {
    reminds(HANAMICHI, Map.of("after", List.of("PT1H", "PT3H")));
    Instant evening = Instant.parse("2026-11-23T12:40:00Z");
    walkTo(evening);
    used(evening);
    Instant seven = Instant.parse("2026-11-23T22:00:00Z");
    walkTo(seven.plus(Duration.ofMinutes(16)));
    Instant first = arrived().getFirst().at();
    assertThat(walk.stores.outbox().scheduledFor())
        .containsExactly(first.plus(Duration.ofHours(2)));
    walkTo(first.plus(Duration.ofHours(3)));

    assertThat(arrived()).hasSize(1);
    assertThat(why(rows().getFirst())).isInstanceOf(Untimely.Capped.class);
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
    walk.shopify(HANAMICHI, "customers/redact", "{\"customer\":" + customer() + "}");
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

  private void reminds(ExampleShop shop, Map<String, Object> changed) {
    Map<String, Object> cart = new TreeMap<>(Map.of("enabled", true, "after", List.of("PT1H")));
    Map<String, Object> settings = new TreeMap<>();
    changed.forEach(
        (name, value) ->
            (name.equals("timeZone") || name.equals("quietHours") ? settings : cart)
                .put(name, value));
    settings.put("kinds", Map.of("CART", cart));
    settings.put("contactBudget", Map.of("messages", 90, "days", 7));
    walk.settings(shop, settings);
  }

  private static Map<String, Object> quiet(String from, String to) {
    return Map.of("from", from, "to", to);
  }

  /** The checkout {@code c0ffee} was used at that instant, as Shopify tells it. */
  private void used(Instant at) {
    use("c0ffee", at, customer(), WHOLE, "null");
  }

  private void use(String token, Instant at, String customer, String items, String completed) {
    walk.shopify(
        HANAMICHI,
        "checkouts/update",
        checkout(at, customer, items, completed).replace("c0ffee", token));
  }

  private static String checkout(Instant at, String customer, String items, String completed) {
    return """
        {"token":"c0ffee","cart_token":"ca57","customer":%s,"line_items":[%s],"created_at":"%s",\
        "updated_at":"%s","completed_at":%s,"currency":"JPY","abandoned_checkout_url":\
        "https://hanamichi-tea.myshopify.com/checkouts/1/recover?key=k"}"""
        .formatted(customer, items, TEN, at, completed);
  }

  private static String item(long product, int quantity) {
    return """
        {"product_id":%d,"variant_id":1,"variant_title":"Default Title","quantity":%d,\
        "price":"1000","gift_card":false}"""
        .formatted(product, quantity);
  }

  private void ordered(String more) {
    walk.shopify(HANAMICHI, "orders/create", order(more));
  }

  private String order(String more) {
    return """
        {"id":%s,"customer":%s,"created_at":"%s","line_items":[{"product_id":%d}]%s}"""
        .formatted(ORDER, customer(), walk.stores.clock().instant(), BOWL, more);
  }

  private static String customer() {
    return "{\"id\":" + CUSTOMER + "}";
  }

  private void soldOut(long product) {
    walk.shopify(
        HANAMICHI,
        "variants/out_of_stock",
        """
        {"id":1,"product_id":%d,"inventory_policy":"deny","updated_at":"%s"}"""
            .formatted(product, walk.stores.clock().instant().plusSeconds(1)));
  }

  /** Lets everything happen that is due until then, each at its time. */
  private void walkTo(Instant to) {
    walk.settle();
    List<Instant> due = walk.stores.outbox().scheduledFor();
    while (!due.isEmpty() && !due.getFirst().isAfter(to)) {
      if (due.getFirst().isAfter(walk.stores.clock().instant())) {
        walk.stores.clock().set(due.getFirst());
      }
      walk.settle();
      due = walk.stores.outbox().scheduledFor();
    }
    walk.stores.clock().set(to);
  }

  private List<Arrived> arrived() {
    return walk.stores.sender().arrived();
  }

  /** What became of Hana's carts, newest first. */
  private List<Delivery> rows() {
    return walk.stores.deliveries().of(HANAMICHI.id(), new Addressee.Customer(CUSTOMER), 20);
  }

  private static Reason why(Delivery row) {
    return row.result().reason().orElseThrow();
  }
}
