package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.shopify.acts.OrderChoice;
import dev.musubi.local.shopify.acts.Purchase;
import dev.musubi.local.shopify.acts.ShippingActs.News;
import dev.musubi.local.shopify.acts.ShippingActs.Sending;
import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.ParcelState;
import dev.musubi.local.shopify.shop.Payment;
import dev.musubi.local.shopify.shop.SalesChannel;
import dev.musubi.local.shopify.shop.UnknownName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderActsTest extends SimulatorTest {
  private static final OrderChoice HANAS = OrderChoice.newestOf(HANA);

  @Test
  void an_order_that_is_paid_by_bank_is_pending_until_the_money_comes() throws Exception {
    Purchase byBank = Purchase.of("sakura-tea", 1).paidBy(Payment.BANK_TRANSFER);
    attempted(simulator.shoppers().buy(SHOP, HANA, byBank));
    attempted(simulator.orders().pay(SHOP, HANAS));

    assertThat(app.topics())
        .containsExactly(
            "orders/create",
            "inventory_levels/update",
            "products/update",
            "orders/paid",
            "orders/updated");
    JsonNode created = json(app.webhooks().getFirst());
    assertThat(created.path("financial_status").asText()).isEqualTo("pending");
    assertThat(created.path("total_outstanding").asText()).isEqualTo("1980");
    assertThat(created.at("/payment_gateway_names/0").asText()).isEqualTo("銀行振込");
    assertThat(json(app.webhooks().get(3)).path("financial_status").asText()).isEqualTo("paid");
    assertThatThrownBy(() -> simulator.orders().pay(SHOP, HANAS))
        .isInstanceOf(ActRefused.class)
        .hasMessage("no order waits for payment");
  }

  @Test
  void a_whole_checkout_can_be_bought() throws Exception {
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 2));
    attempted(simulator.shoppers().cart(SHOP, HANA, "wind-bell", 1));
    attempted(simulator.shoppers().buy(SHOP, HANA, Purchase.ofCheckout(Payment.CARD)));

    JsonNode order = json(app.await("orders/create"));
    assertThat(order.path("line_items")).hasSize(2);
    assertThat(order.path("total_price").asText()).isEqualTo("7160");
    assertThat(order.path("checkout_token"))
        .isEqualTo(json(app.webhooks().getFirst()).path("token"));
    assertThatThrownBy(
            () -> simulator.shoppers().buy(SHOP, HANA, Purchase.ofCheckout(Payment.CARD)))
        .isInstanceOf(ActRefused.class);
  }

  @Test
  void an_order_from_the_till_or_another_device_leaves_the_checkout_open() throws Exception {
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 1));
    Purchase tea = Purchase.of("sakura-tea", 1);
    attempted(simulator.shoppers().buy(SHOP, HANA, tea.on(SalesChannel.POS).asTest()));
    JsonNode till = json(app.await("orders/create"));
    attempted(simulator.shoppers().buy(SHOP, HANA, tea.fromElsewhere()));
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 1));

    assertThat(till.path("source_name").asText()).isEqualTo("pos");
    assertThat(till.path("test").asBoolean()).isTrue();
    assertThat(till.path("checkout_token").isNull()).isTrue();
    assertThat(till.path("location_id").isNull()).isFalse();
    assertThat(till.at("/customer/id").asLong()).isEqualTo(HANA);
    assertThat(app.topics()).endsWith("checkouts/update");
  }

  @Test
  void a_cancelled_order_is_refunded_put_back_on_the_shelf_and_not_shipped() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, HANA, "wind-bell", 3));
    attempted(simulator.orders().cancel(SHOP, HANAS, true));

    assertThat(app.topics())
        .endsWith(
            "refunds/create",
            "orders/cancelled",
            "orders/updated",
            "inventory_levels/update",
            "variants/in_stock",
            "products/update");
    JsonNode cancelled = json(app.await("orders/cancelled"));
    assertThat(cancelled.path("cancelled_at").isNull()).isFalse();
    assertThat(cancelled.path("financial_status").asText()).isEqualTo("refunded");
    assertThat(cancelled.path("refunds")).hasSize(1);
    assertThatThrownBy(() -> simulator.shipping().ship(SHOP, HANAS, Sending.everything()))
        .isInstanceOf(ActRefused.class);
  }

  @Test
  void an_order_that_was_never_paid_is_voided_without_a_refund() throws Exception {
    Purchase later = Purchase.of("wind-bell", 1).paidBy(Payment.CONVENIENCE_STORE);
    attempted(simulator.shoppers().buy(SHOP, HANA, later));
    attempted(simulator.orders().cancel(SHOP, HANAS, false));

    assertThat(app.topics()).endsWith("orders/cancelled", "orders/updated");
    assertThat(json(app.webhooks().getLast()).path("financial_status").asText())
        .isEqualTo("voided");
  }

  @Test
  void a_part_of_an_order_can_be_refunded() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 3));
    attempted(simulator.orders().refund(SHOP, HANAS, Optional.of(1), false));

    JsonNode refund = json(app.await("refunds/create"));
    assertThat(refund.at("/transactions/0/amount").asText()).isEqualTo("1980");
    JsonNode order = json(app.await("orders/updated"));
    assertThat(order.path("financial_status").asText()).isEqualTo("partially_refunded");
    assertThat(order.at("/line_items/0/current_quantity").asInt()).isEqualTo(2);
    assertThatThrownBy(() -> simulator.orders().refund(SHOP, HANAS, Optional.of(3), false))
        .hasMessage("only 2 items of the order can be refunded");
  }

  @Test
  void shipping_takes_the_customers_newest_order_and_else_the_shops() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 1));
    attempted(simulator.shoppers().buy(SHOP, HANA, "wind-bell", 1));
    attempted(simulator.shipping().ship(SHOP, HANAS, Sending.everything()));
    attempted(simulator.shipping().ship(SHOP, OrderChoice.newestOf(TARO), Sending.everything()));

    List<JsonNode> shipped = told("fulfillments/create");
    assertThat(shipped.get(0).path("name").asText()).isEqualTo("#1002.1");
    assertThat(shipped.get(1).path("name").asText()).isEqualTo("#1001.1");
    assertThat(shipped.get(0).has("customer")).isFalse();
    assertThat(shipped.get(0).path("tracking_company").asText()).isEqualTo("Yamato (JA)");
    assertThatThrownBy(
            () -> simulator.shipping().ship(SHOP, OrderChoice.newest(), Sending.everything()))
        .isInstanceOf(ActRefused.class)
        .hasMessage("no order waits for shipping");
  }

  @Test
  void an_order_can_leave_in_several_parcels() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 3));
    Sending one = new Sending(Optional.of(1), Optional.of("sagawa"), Optional.of("4001 22"), false);
    attempted(simulator.shipping().ship(SHOP, HANAS, one));
    attempted(simulator.shipping().ship(SHOP, HANAS, Sending.everything()));

    List<JsonNode> parcels = told("fulfillments/create");
    assertThat(parcels.get(0).at("/line_items/0/quantity").asInt()).isEqualTo(1);
    assertThat(parcels.get(1).at("/line_items/0/quantity").asInt()).isEqualTo(2);
    assertThat(parcels.get(1).path("name").asText()).isEqualTo("#1001.2");
    assertThat(parcels.get(0).path("tracking_url").asText()).endsWith("okurijoNo=4001+22");
    assertThat(told("orders/updated"))
        .extracting(order -> order.path("fulfillment_status").asText())
        .containsExactly("partial", "fulfilled");
  }

  @Test
  void a_parcel_gets_its_number_later_and_is_delivered() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 1));
    Sending untracked = new Sending(Optional.empty(), Optional.empty(), Optional.empty(), true);
    attempted(simulator.shipping().ship(SHOP, HANAS, untracked));
    News number = new News(Optional.of("赤帽"), Optional.of("77"), Optional.empty());
    attempted(simulator.shipping().update(SHOP, HANAS, number));
    attempted(simulator.shipping().update(SHOP, HANAS, News.of(ParcelState.DELIVERED)));

    assertThat(told("fulfillments/create").getFirst().path("tracking_number").isNull()).isTrue();
    JsonNode numbered = told("fulfillments/update").getFirst();
    assertThat(numbered.path("tracking_company").asText()).isEqualTo("赤帽");
    assertThat(numbered.at("/tracking_numbers/0").asText()).isEqualTo("77");
    assertThat(numbered.path("tracking_url").isNull()).isTrue();
    JsonNode delivered = told("fulfillments/update").getLast();
    assertThat(delivered.path("shipment_status").asText()).isEqualTo("delivered");
    assertThat(delivered.path("tracking_number").asText()).isEqualTo("77");
  }

  @Test
  void a_parcel_that_is_called_back_has_to_be_shipped_again() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 1));
    attempted(simulator.shipping().ship(SHOP, HANAS, Sending.everything()));
    attempted(simulator.shipping().update(SHOP, HANAS, News.of(ParcelState.CANCELLED)));

    assertThat(told("fulfillments/update").getFirst().path("status").asText())
        .isEqualTo("cancelled");
    assertThat(told("orders/updated").getLast().path("fulfillment_status").isNull()).isTrue();
    attempted(simulator.shipping().ship(SHOP, HANAS, Sending.everything()));
    assertThat(told("fulfillments/create").getLast().path("name").asText()).isEqualTo("#1001.2");
    assertThatThrownBy(
            () ->
                simulator
                    .shipping()
                    .update(SHOP, OrderChoice.newestOf(TARO), News.of(ParcelState.DELIVERED)))
        .hasMessage("no parcel is on its way");
  }

  @Test
  void an_order_can_be_named() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 1));
    attempted(simulator.shoppers().buy(SHOP, TARO, "sakura-tea", 1));
    OrderChoice first = new OrderChoice(Optional.empty(), Optional.of("#1001"));
    attempted(simulator.shipping().ship(SHOP, first, Sending.everything()));

    assertThat(told("fulfillments/create").getFirst().path("name").asText()).isEqualTo("#1001.1");
    assertThatThrownBy(() -> simulator.shipping().ship(SHOP, first, Sending.everything()))
        .isInstanceOf(ActRefused.class);
    OrderChoice unknown = new OrderChoice(Optional.empty(), Optional.of("#7"));
    assertThatThrownBy(() -> simulator.orders().pay(SHOP, unknown))
        .isInstanceOf(UnknownName.class)
        .hasMessage("unknown order '#7'; known are #1001, #1002");
  }

  private List<JsonNode> told(String topic) throws Exception {
    List<JsonNode> told = new ArrayList<>();
    for (ListeningApp.Heard webhook : app.webhooks()) {
      if (webhook.header("X-Shopify-Topic").equals(topic)) {
        told.add(json(webhook));
      }
    }
    return told;
  }
}
