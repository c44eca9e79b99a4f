package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.shopify.acts.OrderChoice;
import dev.musubi.local.shopify.acts.Purchase;
import dev.musubi.local.shopify.acts.ShippingActs.News;
import dev.musubi.local.shopify.acts.ShippingActs.Sending;
import dev.musubi.local.shopify.shop.ParcelState;
import dev.musubi.local.shopify.shop.Payment;
import dev.musubi.local.shopify.shop.SalesChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdminOrdersTest extends SimulatorTest {
  static final String UPDATED =
      """
      query Updated($q: String!, $after: String) {
        orders(first: 2, after: $after, query: $q, sortKey: UPDATED_AT) {
          nodes { id name updatedAt createdAt cancelledAt cancelReason test sourceName
            displayFinancialStatus displayFulfillmentStatus checkoutToken cartToken
            paymentGatewayNames phone email customerLocale customer { id numberOfOrders }
            currentTotalPriceSet { shopMoney { amount currencyCode } }
            lineItems(first: 10) { nodes { id title quantity currentQuantity unfulfilledQuantity
              product { id } variant { id } originalUnitPriceSet { shopMoney { amount } } } }
            fulfillments(first: 10) { id name status displayStatus updatedAt deliveredAt
              totalQuantity trackingInfo(first: 1) { company number url }
              fulfillmentLineItems(first: 10) { nodes { quantity lineItem { title } } } } }
          pageInfo { hasNextPage endCursor } } }""";
  static final String STOCK =
      """
      query Stock($id: ID!, $q: String) {
        inventoryItem(id: $id) { tracked variant { id } variants(first: 1) { nodes {
          sellableOnlineQuantity inventoryPolicy availableForSale } }
          inventoryLevels(first: 5) { nodes { location { name }
            quantities(names: ["available"]) { name quantity } } } }
        productVariants(first: 5, query: $q) { nodes { id sellableOnlineQuantity } } }""";
  static final String PERSON =
      """
      query Person($id: ID!) { customer(id: $id) { id tags locale
        defaultPhoneNumber { phoneNumber } defaultEmailAddress { emailAddress } lastOrder { name }
        birth: metafield(namespace: "facts", key: "birth_date") { value type compareDigest }
        metafields(first: 5, namespace: "$app:line") { nodes { namespace key value } } } }""";
  static final String SET =
      """
      mutation Set($metafields: [MetafieldsSetInput!]!) {
        metafieldsSet(metafields: $metafields) { metafields { id namespace key value type }
          userErrors { field message code elementIndex } } }""";
  private static final String HANAS_GID = "gid://shopify/Customer/7001";

  @Test
  void orders_are_read_by_their_last_change_page_by_page() throws Exception {
    for (int i = 0; i < 5; i++) {
      attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 1));
      clock.forward(Duration.ofMinutes(1));
    }
    String token = token();
    JsonNode first = orders(token, "updated_at:>='2026-11-22T03:01:00Z'", null);
    assertThat(names(first)).containsExactly("#1002", "#1003");
    assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();

    attempted(
        simulator
            .orders()
            .refund(
                SHOP,
                new OrderChoice(Optional.empty(), Optional.of("#1002")),
                Optional.empty(),
                false));
    JsonNode second =
        orders(
            token, "updated_at:>='2026-11-22T03:01:00Z'", first.at("/pageInfo/endCursor").asText());
    assertThat(names(second)).containsExactly("#1004", "#1005");
    JsonNode third =
        orders(
            token,
            "updated_at:>='2026-11-22T03:01:00Z'",
            second.at("/pageInfo/endCursor").asText());
    assertThat(names(third)).containsExactly("#1002");
    assertThat(third.at("/nodes/0/displayFinancialStatus").asText()).isEqualTo("REFUNDED");
  }

  @Test
  void an_order_tells_what_its_webhook_told() throws Exception {
    attempted(
        simulator
            .shoppers()
            .buy(SHOP, HANA, Purchase.of("sakura-tea", 2).paidBy(Payment.CONVENIENCE_STORE)));
    attempted(
        simulator
            .shoppers()
            .buy(SHOP, TARO, Purchase.of("wind-bell", 1).on(SalesChannel.POS).asTest()));
    OrderChoice hanas = OrderChoice.newestOf(HANA);
    Sending one = new Sending(Optional.of(1), Optional.of("japan-post"), Optional.of("12"), false);
    attempted(simulator.shipping().ship(SHOP, hanas, one));
    attempted(simulator.shipping().update(SHOP, hanas, News.of(ParcelState.DELIVERED)));
    String token = token();

    JsonNode order = orders(token, "source_name:web", null).at("/nodes/0");
    JsonNode told = json(app.await("orders/create"));
    assertThat(order.path("checkoutToken")).isEqualTo(told.path("checkout_token"));
    assertThat(order.path("displayFinancialStatus").asText()).isEqualTo("PENDING");
    assertThat(order.path("displayFulfillmentStatus").asText()).isEqualTo("PARTIALLY_FULFILLED");
    assertThat(order.at("/customer/id").asText()).isEqualTo(HANAS_GID);
    assertThat(order.path("phone").asText()).isEqualTo("+819012345678");
    assertThat(order.at("/currentTotalPriceSet/shopMoney/amount").asText()).isEqualTo("3960.0");
    assertThat(order.at("/lineItems/nodes/0/unfulfilledQuantity").asInt()).isEqualTo(1);
    JsonNode parcel = order.at("/fulfillments/0");
    assertThat(parcel.path("displayStatus").asText()).isEqualTo("DELIVERED");
    assertThat(parcel.path("deliveredAt").asText()).isEqualTo("2026-11-22T03:00:00Z");
    assertThat(parcel.at("/trackingInfo/0/company").asText()).isEqualTo("Japan Post (JA)");
    assertThat(parcel.at("/fulfillmentLineItems/nodes/0/quantity").asInt()).isEqualTo(1);

    JsonNode till = orders(token, "test:true AND -financial_status:pending", null).at("/nodes/0");
    assertThat(till.path("sourceName").asText()).isEqualTo("pos");
    assertThat(till.path("checkoutToken").isNull()).isTrue();
  }

  @Test
  void a_filter_that_is_not_known_is_an_error_and_never_everything() throws Exception {
    JsonNode answer = ask(token(), UPDATED, Map.of("q", "updated:>=2026"));

    assertThat(answer.at("/errors/0/message").asText()).contains("filter 'updated'");
    assertThat(ask(token(), UPDATED, Map.of("q", "hana")).at("/errors/0/message").asText())
        .contains("'hana' names no field");
    assertThat(
            ask(token(), UPDATED, Map.of("q", "test:true", "after", "7"))
                .at("/errors/0/message")
                .asText())
        .contains("Invalid cursor");
  }

  @Test
  void stock_is_read_over_all_locations_and_by_each() throws Exception {
    attempted(simulator.merchants().stock(SHOP, "wind-bell", "store", 4));
    attempted(
        simulator.merchants().selling(SHOP, "wind-bell", Optional.of(false), Optional.of(true)));

    JsonNode data =
        ask(
                token(),
                STOCK,
                Map.of("id", "gid://shopify/InventoryItem/1022", "q", "id:1021 OR id:1011"))
            .path("data");

    assertThat(data.at("/inventoryItem/tracked").asBoolean()).isFalse();
    JsonNode variant = data.at("/inventoryItem/variants/nodes/0");
    assertThat(variant.path("sellableOnlineQuantity").asInt()).isEqualTo(7);
    assertThat(variant.path("inventoryPolicy").asText()).isEqualTo("CONTINUE");
    JsonNode levels = data.at("/inventoryItem/inventoryLevels/nodes");
    assertThat(levels.at("/1/location/name").asText()).isEqualTo("店舗");
    assertThat(levels.at("/1/quantities/0/quantity").asInt()).isEqualTo(4);
    assertThat(data.at("/productVariants/nodes")).hasSize(2);
  }

  @Test
  void metafields_are_set_all_or_none_and_read_with_the_customer() throws Exception {
    String token = token();
    Map<String, String> birth = field("facts", "birth_date", "date", "1990-03-01");
    Map<String, String> linked = field("$app:line", "linked", "boolean", "true");
    assertThat(set(token, List.of(birth, field("facts", "x", "date", "never"))).path("metafields"))
        .isEmpty();
    assertThat(person(token).path("birth").isNull()).isTrue();

    assertThat(set(token, List.of(birth, linked)).path("userErrors")).isEmpty();
    JsonNode person = person(token);
    assertThat(person.at("/birth/value").asText()).isEqualTo("1990-03-01");
    assertThat(person.at("/metafields/nodes/0/namespace").asText()).matches("app--\\d+--line");
    assertThat(person.at("/defaultPhoneNumber/phoneNumber").asText()).isEqualTo("+819012345678");

    Map<String, String> later = new HashMap<>(birth);
    later.put("value", "1991-03-01");
    later.put("compareDigest", person.at("/birth/compareDigest").asText());
    assertThat(set(token, List.of(later)).path("userErrors")).isEmpty();
    JsonNode stale = set(token, List.of(later)).at("/userErrors/0");
    assertThat(stale.path("code").asText()).isEqualTo("STALE_OBJECT");
    assertThat(stale.path("elementIndex").asInt()).isZero();
  }

  @Test
  void metafields_of_nobody_or_of_no_type_are_refused() throws Exception {
    String token = token();
    Map<String, String> nobodys = new HashMap<>(field("a", "b", "json", "{}"));
    nobodys.put("ownerId", "gid://shopify/Customer/1");
    assertThat(set(token, List.of(nobodys)).at("/userErrors/0/message").asText())
        .isEqualTo("Owner does not exist.");
    Map<String, String> untyped = new HashMap<>(field("a", "b", "json", "{}"));
    untyped.remove("type");
    assertThat(set(token, List.of(untyped)).at("/userErrors/0/code").asText()).isEqualTo("BLANK");
  }

  private static Map<String, String> field(String space, String key, String type, String value) {
    return Map.of(
        "ownerId", HANAS_GID, "namespace", space, "key", key, "type", type, "value", value);
  }

  private JsonNode set(String token, List<Map<String, String>> metafields) throws Exception {
    return ask(token, SET, Map.of("metafields", metafields)).at("/data/metafieldsSet");
  }

  private JsonNode person(String token) throws Exception {
    return ask(token, PERSON, Map.of("id", HANAS_GID)).at("/data/customer");
  }

  private JsonNode orders(String token, String query, String after) throws Exception {
    Map<String, Object> variables = new HashMap<>();
    variables.put("q", query);
    variables.put("after", after);
    return ask(token, UPDATED, variables).at("/data/orders");
  }

  private static List<String> names(JsonNode orders) {
    List<String> names = new ArrayList<>();
    orders.path("nodes").forEach(order -> names.add(order.path("name").asText()));
    return names;
  }
}
