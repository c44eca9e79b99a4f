package dev.musubi.shopify.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.CartToken;
import dev.musubi.core.shopping.Carts;
import dev.musubi.core.shopping.CheckoutToken;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.Order;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.ShopSignal;
import dev.musubi.core.shopping.VariantId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyEventsTest {

  private static final ShopId SHOP = new ShopId("kyoto-tea");
  private static final Instant TRIGGERED = Instant.parse("2026-11-21T09:00:00.110521905Z");
  private static final String ORDER =
      """
      {"id":5500000000001,"customer":{"id":67},"created_at":"2026-11-21T17:59:00+09:00",
       "cancelled_at":null,"test":false,"source_name":"pos",
       "line_items":[{"product_id":81},{"product_id":null},{"product_id":81},{"product_id":82}]}""";
  private static final String PRODUCT =
      """
      {"id":81,"handle":"matcha-bowl","title":"抹茶碗","status":"active",
       "published_at":"2026-10-01T09:00:00+09:00","updated_at":"2026-11-21T18:00:00+09:00",
       "image":{"src":"https://cdn.example.com/bowl.jpg"},
       "variants":[{"id":1,"price":"4280","updated_at":"2026-11-20T18:00:00+09:00"%s},
                   {"id":2,"price":"3980","inventory_policy":"deny","inventory_quantity":3}]}""";

  @ParameterizedTest
  @ValueSource(strings = {"orders/create", "orders/paid", "orders/updated"})
  void an_order_is_a_purchase_of_its_products_also_at_the_till(String topic) {
    assertThat(order(ShopifyEvents.read(SHOP, topic, TRIGGERED, ORDER)).purchase())
        .contains(
            new Purchase(
                new OrderId(5_500_000_000_001L),
                new CustomerId(67),
                Instant.parse("2026-11-21T08:59:00Z"),
                List.of(new ProductId(81), new ProductId(82)),
                false));
  }

  @Test
  void an_order_names_the_checkout_and_the_cart_that_it_came_from() {
    String web =
        ORDER.replaceFirst(
            "\\{", "{\"checkout_token\":\"c0ffee\",\"cart_token\":\"hWN1-a?key=b\",");
    assertThat(
            ((ShopSignal.Ordered) ShopifyEvents.read(SHOP, "orders/create", TRIGGERED, web)).from())
        .isEqualTo(
            new Carts.Names(
                Optional.of(new CheckoutToken("c0ffee")), Optional.of(new CartToken("hWN1-a"))));
  }

  @Test
  void a_test_order_is_nobodys_purchase() {
    String test = ORDER.replace("\"test\":false", "\"test\":true");
    assertThat(order(ShopifyEvents.read(SHOP, "orders/create", TRIGGERED, test)).purchase())
        .isEmpty();
  }

  @Test
  void a_cancelled_order_says_so_by_topic_or_by_time() {
    String cancelled =
        ORDER.replace("\"cancelled_at\":null", "\"cancelled_at\":\"2026-11-21T18:30:00+09:00\"");
    for (ShopSignal signal :
        List.of(
            ShopifyEvents.read(SHOP, "orders/cancelled", TRIGGERED, ORDER),
            ShopifyEvents.read(SHOP, "orders/updated", TRIGGERED, cancelled))) {
      assertThat(order(signal).cancelled()).isTrue();
    }
  }

  @Test
  void an_order_of_a_guest_is_nobodys_purchase_and_still_closes_its_cart() {
    String guest = ORDER.replace("{\"id\":67}", "null");
    Order order = order(ShopifyEvents.read(SHOP, "orders/create", TRIGGERED, guest));
    assertThat(order.customer()).isEmpty();
    assertThat(order.purchase()).isEmpty();
  }

  @Test
  void a_product_is_shown_with_its_lowest_price_and_its_picture() {
    ProductFacts facts = product("");
    assertThat(facts.id()).isEqualTo(new ProductId(81));
    assertThat(facts.showing().handle()).isEqualTo("matcha-bowl");
    assertThat(facts.showing().price()).isEqualTo(new BigDecimal("3980"));
    assertThat(facts.showing().picture()).contains(URI.create("https://cdn.example.com/bowl.jpg"));
    assertThat(facts.published()).isTrue();
    assertThat(facts.updatedAt()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
    assertThat(facts.variants().getFirst().updatedAt())
        .isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
    assertThat(facts.variants().getLast().updatedAt()).isEqualTo(facts.updatedAt());
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, '\"inventory_management\":null,\"inventory_quantity\":0'",
    "true, true, '\"inventory_management\":\"shopify\",\"inventory_quantity\":1'",
    "false, true, '\"inventory_management\":\"shopify\",\"inventory_quantity\":0'",
    "false, true, '\"inventory_management\":\"shopify\",\"inventory_quantity\":-2'",
    "true, true, '\"inventory_policy\":\"continue\",\"inventory_quantity\":0'",
    "true, true, '\"inventory_policy\":\"deny\",\"inventory_quantity\":5'",
    "false, false, '\"inventory_policy\":\"deny\",\"inventory_quantity\":0'"
  })
  void stock_is_what_can_be_sold_and_unconfirmed_when_nobody_says_whether_it_is_counted(
      boolean sellable, boolean confirmed, String variant) {
    ProductFacts facts = product("," + variant);
    assertThat(facts.variants().getFirst().sellable()).isEqualTo(sellable);
    assertThat(facts.readAt()).isEqualTo(confirmed ? TRIGGERED : ProductFacts.UNCONFIRMED);
  }

  @Test
  void a_product_with_more_variants_than_a_webhook_holds_is_unconfirmed() {
    String many = PRODUCT.formatted(",\"inventory_quantity\":1");
    many = many.substring(0, many.length() - 1) + ",\"variant_gids\":[{},{},{}]}";
    ShopSignal signal = ShopifyEvents.read(SHOP, "products/update", TRIGGERED, many);
    assertThat(((ShopSignal.ProductHeard) signal).facts().readAt())
        .isEqualTo(ProductFacts.UNCONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "archived", "unlisted"})
  void a_product_that_is_not_active_is_not_published(String status) {
    String draft = PRODUCT.formatted("").replace("\"active\"", "\"" + status + "\"");
    ShopSignal signal = ShopifyEvents.read(SHOP, "products/create", TRIGGERED, draft);
    assertThat(((ShopSignal.ProductHeard) signal).facts().published()).isFalse();
  }

  @Test
  void a_product_without_a_date_of_publication_is_not_published() {
    String hidden = PRODUCT.formatted("").replace("\"2026-10-01T09:00:00+09:00\"", "null");
    ShopSignal signal = ShopifyEvents.read(SHOP, "products/update", TRIGGERED, hidden);
    assertThat(((ShopSignal.ProductHeard) signal).facts().published()).isFalse();
  }

  @Test
  void a_deleted_product_is_gone_since_the_webhook_was_triggered() {
    assertThat(ShopifyEvents.read(SHOP, "products/delete", TRIGGERED, "{\"id\":81}"))
        .isEqualTo(new ShopSignal.ProductGone(new ProductId(81), TRIGGERED));
  }

  @ParameterizedTest
  @CsvSource({
    "variants/in_stock, deny, true",
    "variants/out_of_stock, deny, false",
    "variants/out_of_stock, continue, true"
  })
  void the_topic_says_whether_a_variant_is_in_stock(String topic, String policy, boolean sellable) {
    String variant =
        "{\"id\":1,\"product_id\":81,\"inventory_quantity\":0,\"inventory_policy\":\"%s\"}"
            .formatted(policy);
    assertThat(ShopifyEvents.read(SHOP, topic, TRIGGERED, variant))
        .isEqualTo(
            new ShopSignal.StockHeard(
                new ProductId(81),
                new ProductFacts.VariantStock(new VariantId(1), sellable, TRIGGERED),
                TRIGGERED));
  }

  @Test
  void an_inventory_level_tells_the_item_and_when_and_its_count_is_not_believed() {
    String level =
        "{\"inventory_item_id\":7,\"location_id\":9,\"available\":%s,"
            + "\"admin_graphql_api_id\":\"gid://shopify/InventoryLevel/9?inventory_item_id=7\"}";
    for (String available : List.of("0", "12", "-3", "null")) {
      assertThat(
              ShopifyEvents.read(
                  SHOP, "inventory_levels/update", TRIGGERED, level.formatted(available)))
          .isEqualTo(new ShopSignal.InventoryMoved(new InventoryItemId(7), TRIGGERED));
    }
  }

  @Test
  void removed_tags_are_those_of_a_customer_named_by_global_id() {
    assertThat(
            ShopifyEvents.read(
                SHOP,
                "customer.tags_removed",
                TRIGGERED,
                "{\"customerId\":\"gid://shopify/Customer/67\",\"tags\":[\"line\",\"vip\"]}"))
        .isEqualTo(new ShopSignal.TagsRemoved(new CustomerId(67), List.of("line", "vip")));
  }

  @Test
  void a_redaction_by_number_is_carried_out_and_one_by_email_alone_finds_nobody() {
    assertThat(read("customers/redact", asked(SHOP, "\"customer\":{\"id\":67}")))
        .isEqualTo(new ShopSignal.CustomerRedacted(new CustomerId(67)));
    assertThat(read("customers/redact", asked(SHOP, "\"customer\":{\"email\":\"a@example.com\"}")))
        .isEqualTo(new ShopSignal.Other("customers/redact"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"myshopify_domain\":null}",
        "{\"myshopify_domain\":\"Kyoto-Tea.myshopify.com\"}"
      })
  void an_uninstallation_happened_when_it_was_triggered(String shop) {
    assertThat(read("app/uninstalled", shop)).isEqualTo(new ShopSignal.Uninstalled(TRIGGERED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/uninstalled",
        "shop/redact",
        "customers/redact",
        "customers/data_request",
        "customers/delete"
      })
  void a_signed_body_under_another_topic_ends_and_erases_nothing(String topic) {
    for (String signed : List.of(ORDER, PRODUCT.formatted(""), "{}")) {
      assertThatThrownBy(() -> read(topic, signed)).isInstanceOf(MalformedWebhook.class);
    }
  }

  @Test
  void a_request_about_one_customer_is_none_to_forget_the_shop() {
    assertThat(read("shop/redact", asked(SHOP, "\"shop_id\":1")))
        .isEqualTo(new ShopSignal.ShopRedacted());
    String aboutOne = asked(SHOP, "\"customer\":{\"id\":67},\"orders_to_redact\":[]");
    assertThatThrownBy(() -> read("shop/redact", aboutOne)).isInstanceOf(MalformedWebhook.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop/redact", "customers/redact", "customers/data_request"})
  void a_request_that_names_another_shop_of_the_same_app_is_not_carried_out(String topic) {
    String ofAnother = asked(new ShopId("hanamichi-tea"), "\"shop_id\":2");
    assertThatThrownBy(() -> read(topic, ofAnother)).isInstanceOf(MalformedWebhook.class);
    String removed = "{\"myshopify_domain\":\"hanamichi-tea.myshopify.com\"}";
    assertThatThrownBy(() -> read("app/uninstalled", removed)).isInstanceOf(MalformedWebhook.class);
  }

  @Test
  void a_body_nested_without_end_is_malformed() {
    String nested = "{\"id\":81,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThatThrownBy(() -> read("products/delete", nested)).isInstanceOf(MalformedWebhook.class);
  }

  @Test
  void a_topic_nobody_knows_is_left_alone_whatever_it_says() {
    assertThat(ShopifyEvents.read(SHOP, "themes/publish", TRIGGERED, "not json"))
        .isEqualTo(new ShopSignal.Other("themes/publish"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders/create|not json",
        "orders/create|[]",
        "orders/create|{\"customer\":{\"id\":1}}",
        "orders/create|{\"id\":1,\"customer\":{\"id\":\"hush\"}}",
        "orders/paid|{\"id\":1,\"customer\":{\"id\":2},\"created_at\":\"hush\",\"line_items\":[]}",
        "products/update|{\"id\":1}",
        "products/delete|{\"id\":-1}",
        "products/delete|{\"id\":1.5}",
        "products/delete|{\"id\":99999999999999999999}",
        "variants/in_stock|{\"id\":1}",
        "customer.tags_removed|{\"customerId\":\"hush\",\"tags\":[]}",
        "customers/redact|{\"shop_domain\":\"kyoto-tea.myshopify.com\",\"customer\":{\"id\":\"hush\"}}",
        "customers/delete|{\"id\":1,\"admin_graphql_api_id\":\"gid://shopify/Order/1\"}"
      })
  void a_known_topic_without_what_it_must_say_is_malformed_and_not_quoted(
      String topic, String body) {
    assertThatThrownBy(() -> ShopifyEvents.read(SHOP, topic, TRIGGERED, body))
        .isInstanceOf(MalformedWebhook.class)
        .hasMessageNotContaining("hush")
        .hasNoCause();
  }

  private static ShopSignal read(String topic, String body) {
    return ShopifyEvents.read(SHOP, topic, TRIGGERED, body);
  }

  /** A request of Shopify's about persons or a shop, as it asks a shop's app. */
  private static String asked(ShopId shop, String what) {
    return "{\"shop_domain\":\"" + shop.domain() + "\"," + what + "}";
  }

  private static Order order(ShopSignal signal) {
    return ((ShopSignal.Ordered) signal).order();
  }

  private static ProductFacts product(String firstVariant) {
    ShopSignal signal =
        ShopifyEvents.read(SHOP, "products/update", TRIGGERED, PRODUCT.formatted(firstVariant));
    return ((ShopSignal.ProductHeard) signal).facts();
  }
}
