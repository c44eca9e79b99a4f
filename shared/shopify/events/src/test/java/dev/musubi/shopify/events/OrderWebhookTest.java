package dev.musubi.shopify.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.ParcelStatus;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.ShopTopic;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderWebhookTest {

  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final Instant TRIGGERED = Instant.parse("2026-11-21T09:00:00Z");
  private static final String ORDER =
      """
      {"id":5500,"name":"#1001","created_at":"2026-11-21T17:59:00+09:00",
       "updated_at":"2026-11-21T18:00:00+09:00","cancelled_at":null,"financial_status":"pending",
       "source_name":"web","test":false,"order_status_url":"https://tea.example/orders/abc?key=k",
       "currency":"JPY","total_price":"3980",
       "total_price_set":{"presentment_money":{"amount":"27.50","currency_code":"USD"}},
       "phone":null,"customer":{"id":67,"phone":null},
       "billing_address":{"phone":"090-1234-5678","country_code":"JP"},
       "shipping_address":{"phone":"03-1111-2222","country_code":"JP"},
       "line_items":[{"product_id":81,"quantity":3,"current_quantity":2},
                     {"product_id":82,"quantity":1,"requires_shipping":false}],
       "fulfillments":[{"id":61,"status":"success","created_at":"2026-11-21T18:00:00+09:00",
                        "line_items":[{"quantity":1}]}]}""";
  private static final String PARCEL =
      """
      {"id":61,"order_id":5500,"status":"success","shipment_status":null,
       "created_at":"2026-11-21T18:00:00+09:00","updated_at":"2026-11-21T18:05:00+09:00",
       "tracking_company":"Yamato (JA)","tracking_number":"1234-5678-9012",
       "tracking_numbers":["1234-5678-9012","2222"],"tracking_url":"https://track.example/1",
       "tracking_urls":["https://track.example/1"],
       "line_items":[{"quantity":2},{"quantity":1,"requires_shipping":false}]}""";

  @Test
  void an_order_is_told_with_its_number_price_page_and_payment() {
    Order order = order("orders/create", ORDER);
    assertThat(order.id()).isEqualTo(new OrderId(5500));
    assertThat(order.origin().number()).isEqualTo("#1001");
    assertThat(order.origin().page()).contains(URI.create("https://tea.example/orders/abc?key=k"));
    assertThat(order.bill().total())
        .contains(new Order.Price(new BigDecimal("27.50"), Currency.getInstance("USD")));
    assertThat(order.bill().items()).isEqualTo(2);
    assertThat(order.progress().payment()).isEqualTo(Payment.PENDING);
    assertThat(order.progress().updatedAt()).isEqualTo(TRIGGERED);
    assertThat(order.parcels()).extracting(Parcel::id).containsExactly(new FulfilmentId(61));
  }

  @Test
  void a_till_and_a_test_are_told_as_such() {
    Order till = order("orders/create", ORDER.replace("\"web\"", "\"pos\""));
    Order test = order("orders/create", ORDER.replace("\"test\":false", "\"test\":true"));

    assertThat(till.origin().pos()).isTrue();
    assertThat(till.origin().test()).isFalse();
    assertThat(test.origin().test()).isTrue();
  }

  @Test
  void a_refund_is_dated_by_itself_and_not_by_the_order() {
    String refunded =
        ORDER
            .replace("\"pending\"", "\"partially_refunded\"")
            .replace(
                "\"line_items\":[{\"product_id\":81",
                "\"refunds\":[{\"created_at\":\"2026-11-21T17:59:30+09:00\"}],"
                    + "\"line_items\":[{\"product_id\":81");
    Order order = order("orders/updated", refunded);

    assertThat(order.progress().milestones().reached().get(OrderStatus.REFUNDED).at())
        .isEqualTo(Instant.parse("2026-11-21T08:59:30Z"));
  }

  @Test
  void a_payment_that_nobody_knows_is_not_waited_for() {
    Order order = order("orders/create", ORDER.replace("\"pending\"", "\"someday\""));
    assertThat(order.progress().awaited()).isFalse();
  }

  /** The digest of LINE's own example number. */
  @ParameterizedTest
  @CsvSource({
    "+818000001234, JP",
    "080-0000-1234, JP",
    "08000001234, ''",
    "０８０－００００－１２３４, JP",
    "+81 (0)80 0000 1234, US"
  })
  void one_number_has_one_hash_however_it_is_written(String written, String country) {
    assertThat(PhoneNumbers.hash(written, Optional.of(country).filter(c -> !c.isEmpty())))
        .contains(
            new PhoneHash("d41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c"));
  }

  @Test
  void a_number_is_read_as_its_country_writes_it() {
    Optional<PhoneHash> taiwan = PhoneNumbers.hash("0912 345 678", Optional.of("tw"));
    assertThat(taiwan).isPresent().isEqualTo(PhoneNumbers.hash("+886912345678", Optional.empty()));
    assertThat(PhoneNumbers.hash("0912 345 678", Optional.of("JP"))).isNotEqualTo(taiwan);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "no number", "+", "555-555-SHIP", "\u0000"})
  void what_is_no_number_has_no_hash(String written) {
    assertThat(PhoneNumbers.hash(written, Optional.of("JP"))).isEmpty();
  }

  @Test
  void the_buyers_own_number_is_taken_and_never_that_of_where_the_parcel_goes() {
    Optional<PhoneHash> hers = PhoneNumbers.hash("090-1234-5678", Optional.of("JP"));
    assertThat(hers).isPresent();
    assertThat(order("orders/create", ORDER).origin().phone()).isEqualTo(hers);
    String present = ORDER.replace("\"phone\":\"090-1234-5678\"", "\"phone\":null");
    assertThat(order("orders/create", present).origin().phone()).isEmpty();
  }

  @Test
  void neither_number_nor_name_nor_address_is_kept() {
    assertThat(order("orders/create", ORDER).toString())
        .doesNotContain("090", "1234-5678", "8190", "03-1111");
  }

  @Test
  void a_parcel_is_told_with_its_carrier_numbers_and_link() {
    Parcel parcel = parcel(PARCEL);
    assertThat(parcel.state()).isEqualTo(Parcel.State.SHIPPED);
    assertThat(parcel.items()).isEqualTo(2);
    assertThat(parcel.tracking())
        .isEqualTo(
            new Parcel.Tracking(
                Optional.of("Yamato (JA)"),
                List.of("1234-5678-9012", "2222"),
                Optional.of(URI.create("https://track.example/1"))));
    assertThat(parcel.milestones().reached().get(ParcelStatus.SHIPPED).at()).isEqualTo(TRIGGERED);
  }

  @ParameterizedTest
  @CsvSource({
    "pending, '', WAITING",
    "open, '', WAITING",
    "error, '', WAITING",
    "success, in_transit, SHIPPED",
    "success, delivered, DELIVERED",
    "cancelled, delivered, CANCELLED"
  })
  void the_state_of_a_parcel_is_what_merchant_and_carrier_say(
      String status, String shipment, Parcel.State state) {
    String told =
        PARCEL
            .replace("\"success\"", "\"" + status + "\"")
            .replace("\"shipment_status\":null", "\"shipment_status\":\"" + shipment + "\"");
    assertThat(parcel(told).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://track.example/1",
        "javascript:alert(1)",
        "//track.example/1",
        "https:///1",
        "https://user:password@track.example/1",
        "not a link"
      })
  void a_link_that_is_not_plain_https_is_left_out(String link) {
    assertThat(parcel(PARCEL.replace("https://track.example/1", link)).tracking().link()).isEmpty();
  }

  @Test
  void a_link_longer_than_line_opens_is_left_out() {
    String longLink = "https://track.example/" + "1".repeat(1_000);
    assertThat(parcel(PARCEL.replace("https://track.example/1", longLink)).tracking().link())
        .isEmpty();
  }

  @Test
  void an_order_that_our_own_queue_names_has_to_be_read() {
    ShopSignal.OrderNamed named = new ShopSignal.OrderNamed(new OrderId(5500));
    assertThat(ShopifyEvents.read(SHOP, ShopSignal.OrderNamed.TOPIC, TRIGGERED, named.body()))
        .isEqualTo(named);
  }

  @Test
  void the_documented_subscriptions_are_those_that_the_admin_api_can_not_make() throws IOException {
    String page = Files.readString(Path.of("../../../docs/shopify-app.md"));
    String toml = page.substring(page.indexOf("```toml"), page.indexOf("```\n", 10));
    assertThat(
            Pattern.compile("\"([a-z_.]+/[a-z_]+)\"").matcher(toml).results().map(m -> m.group(1)))
        .containsExactlyElementsOf(
            Arrays.stream(ShopTopic.values())
                .filter(ShopTopic::compliance)
                .map(ShopTopic::topic)
                .toList());
    assertThat(page)
        .contains(
            Arrays.stream(ShopTopic.values()).map(topic -> "`" + topic.topic() + "`").toList());
  }

  private static Order order(String topic, String body) {
    return ((ShopSignal.Ordered) ShopifyEvents.read(SHOP, topic, TRIGGERED, body)).order();
  }

  private static Parcel parcel(String body) {
    ShopSignal signal = ShopifyEvents.read(SHOP, "fulfillments/update", TRIGGERED, body);
    assertThat(((ShopSignal.ParcelHeard) signal).order()).isEqualTo(new OrderId(5500));
    return ((ShopSignal.ParcelHeard) signal).parcel();
  }
}
