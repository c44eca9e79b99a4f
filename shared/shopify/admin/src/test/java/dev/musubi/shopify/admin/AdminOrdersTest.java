package dev.musubi.shopify.admin;

import static dev.musubi.shopify.admin.StubShopify.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shopping.FulfilmentId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.OrderSource;
import dev.musubi.core.shopping.OrderStatus;
import dev.musubi.core.shopping.Parcel;
import dev.musubi.core.shopping.Payment;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ShopTopic;
import dev.musubi.shopify.admin.StubShopify.Reply;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminOrdersTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final OrderId ORDER = new OrderId(5_500);
  private static final String NODE =
      """
      {"order":{"id":"gid://shopify/Order/5500","name":"#1001","createdAt":"2026-11-21T08:00:00Z",
       "updatedAt":"2026-11-21T08:30:00Z","cancelledAt":null,
       "displayFinancialStatus":"PARTIALLY_REFUNDED","sourceName":"web","test":false,
       "statusPageUrl":"https://tea.example/orders/abc","customer":{"id":"gid://shopify/Customer/67"},
       "totalPriceSet":{"presentmentMoney":{"amount":"3980.0","currencyCode":"JPY"}},
       "refunds":[{"createdAt":"2026-11-21T08:20:00Z"}],
       "lineItems":{"nodes":[
         {"currentQuantity":2,"requiresShipping":true,"product":{"id":"gid://shopify/Product/81"}},
         {"currentQuantity":1,"requiresShipping":false,"product":null}]},
       "fulfillments":[{"id":"gid://shopify/Fulfillment/61","status":"SUCCESS",
         "displayStatus":"DELIVERED","totalQuantity":2,"createdAt":"2026-11-21T08:10:00Z",
         "updatedAt":"2026-11-21T08:30:00Z",
         "trackingInfo":[{"company":"Yamato (JA)","number":"123","url":"https://track.example/1"}]}]}}""";

  private final StubShopify shopify = new StubShopify();
  private final AdminClient client =
      new AdminClient(shopify.base(), StubShopify.SECRETS, () -> NOW, new ArrayList<>()::add);
  private final AdminOrders orders = new AdminOrders(client);
  private final AdminSubscriptions subscriptions =
      new AdminSubscriptions(client, URI.create("https://api.example"));

  @AfterEach
  void stop() {
    shopify.close();
  }

  @Test
  void an_order_is_read_whole_with_its_parcels() {
    shopify.replies.add(Reply.data(NODE));
    Order order = orders.read(SHOP, ORDER).orElseThrow();

    assertThat(shopify.calls.getFirst().body().get("variables").toString())
        .isEqualTo("{\"id\":\"gid://shopify/Order/5500\"}");
    assertThat(order.customer()).contains(new CustomerId(67));
    assertThat(order.origin().page()).contains(URI.create("https://tea.example/orders/abc"));
    assertThat(order.bill())
        .isEqualTo(
            new Order.Bill(
                Optional.of(new Order.Price(new BigDecimal("3980.0"), Currency.getInstance("JPY"))),
                2,
                List.of(new ProductId(81))));
    assertThat(order.progress().payment()).isEqualTo(Payment.PARTIALLY_REFUNDED);
    assertThat(order.progress().milestones().reached())
        .containsOnlyKeys(OrderStatus.PLACED, OrderStatus.REFUNDED);
    assertThat(order.parcels())
        .singleElement()
        .satisfies(
            parcel -> {
              assertThat(parcel.id()).isEqualTo(new FulfilmentId(61));
              assertThat(parcel.state()).isEqualTo(Parcel.State.DELIVERED);
              assertThat(parcel.tracking().numbers()).containsExactly("123");
            });
  }

  @Test
  void an_order_that_does_not_exist_is_absent_and_one_of_a_guest_is_nobodys() {
    shopify.replies.add(Reply.data("{\"order\":null}"));
    assertThat(orders.read(SHOP, ORDER)).isEmpty();

    shopify.replies.add(Reply.data(NODE.replace("{\"id\":\"gid://shopify/Customer/67\"}", "null")));
    assertThat(orders.read(SHOP, ORDER).orElseThrow().customer()).isEmpty();
  }

  @Test
  void an_order_that_can_not_be_read_is_tried_again_and_not_quoted() {
    shopify.replies.add(Reply.data(NODE.replace("2026-11-21T08:30:00Z", "hush")));
    assertThatThrownBy(() -> orders.read(SHOP, ORDER))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageNotContaining("hush");
  }

  @Test
  void what_changed_comes_page_by_page() {
    shopify.replies.add(
        Reply.data(
            """
            {"orders":{"nodes":[{"id":"gid://shopify/Order/1","updatedAt":"2026-11-21T08:00:00Z"}],
             "pageInfo":{"hasNextPage":true,"endCursor":"c1"}}}"""));
    shopify.replies.add(
        Reply.data(
            "{\"orders\":{\"nodes\":[],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null}}}"));
    OrderSource.Page first = orders.changed(SHOP, NOW, Optional.empty());
    OrderSource.Page second = orders.changed(SHOP, NOW, first.next());

    assertThat(first.changes())
        .containsExactly(
            new OrderSource.Change(new OrderId(1), Instant.parse("2026-11-21T08:00:00Z")));
    assertThat(first.next()).contains("c1");
    assertThat(second).isEqualTo(new OrderSource.Page(List.of(), Optional.empty()));
    assertThat(shopify.calls)
        .extracting(call -> call.body().get("variables").toString())
        .containsExactly(
            "{\"query\":\"updated_at:>='2026-11-21T09:00:00Z'\"}",
            "{\"query\":\"updated_at:>='2026-11-21T09:00:00Z'\",\"after\":\"c1\"}");
  }

  @Test
  void only_what_is_not_sent_to_our_own_address_is_set_up() {
    String ours = "https://api.example/shopify/" + SHOP;
    shopify.replies.add(
        Reply.data(
            """
            {"webhookSubscriptions":{"nodes":[{"topic":"ORDERS_CREATE","uri":"%s"},
             {"topic":"ORDERS_PAID","uri":"https://elsewhere.example"}],
             "pageInfo":{"hasNextPage":false,"endCursor":"c1"}}}"""
                .formatted(ours)));
    shopify.replies.add(
        Reply.data(
            "{\"webhookSubscriptionCreate\":{\"webhookSubscription\":{\"id\":\"1\"},\"userErrors\":[]}}"));

    assertThat(
            subscriptions.complete(SHOP, List.of(ShopTopic.ORDERS_CREATE, ShopTopic.ORDERS_PAID)))
        .containsExactly(ShopTopic.ORDERS_PAID);
    assertThat(shopify.calls.getLast().body().get("variables").toString())
        .isEqualTo("{\"topic\":\"ORDERS_PAID\",\"uri\":\"" + ours + "\"}");
  }

  @Test
  void a_subscription_that_shopify_does_not_take_is_a_failure() {
    shopify.replies.add(
        Reply.data(
            "{\"webhookSubscriptions\":{\"nodes\":[],\"pageInfo\":{\"hasNextPage\":false}}}"));
    shopify.replies.add(
        Reply.data(
            "{\"webhookSubscriptionCreate\":{\"webhookSubscription\":null,"
                + "\"userErrors\":[{\"field\":[\"topic\"],\"message\":\"no scope\"}]}}"));

    assertThatThrownBy(() -> subscriptions.complete(SHOP, List.of(ShopTopic.ORDERS_PAID)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("orders/paid");
  }
}
