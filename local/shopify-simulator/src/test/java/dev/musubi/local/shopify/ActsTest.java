package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.ProductSpec;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.shop.UnknownName;
import dev.musubi.local.shopify.shop.VariantSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActsTest extends SimulatorTest {

  @Test
  void a_first_cart_opens_a_checkout_and_a_second_adds_to_it() throws Exception {
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 1));
    clock.forward(Duration.ofMinutes(5));
    attempted(simulator.shoppers().cart(SHOP, HANA, "wind-bell", 2));

    assertThat(app.topics()).containsExactly("checkouts/create", "checkouts/update");
    JsonNode created = json(app.webhooks().get(0));
    JsonNode updated = json(app.webhooks().get(1));
    assertThat(created.has("id")).isFalse();
    assertThat(created.path("customer").has("tags")).isFalse();
    assertThat(created.path("customer").path("id").asLong()).isEqualTo(HANA);
    assertThat(created.path("total_price").asText()).isEqualTo("1980");
    assertThat(created.path("updated_at").asText()).isEqualTo("2026-11-22T12:00:00+09:00");
    assertThat(updated.path("token")).isEqualTo(created.path("token"));
    assertThat(updated.path("line_items")).hasSize(2);
    assertThat(updated.path("total_price").asText()).isEqualTo("8380");
    assertThat(updated.path("updated_at").asText()).isEqualTo("2026-11-22T12:05:00+09:00");
    assertThat(updated.path("abandoned_checkout_url").asText())
        .startsWith("https://hanaya.myshopify.com/checkouts/");
  }

  @Test
  void buying_what_lies_in_the_checkout_completes_it() throws Exception {
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 1));
    attempted(simulator.shoppers().buy(SHOP, HANA, "sakura-tea", 2));
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 1));

    assertThat(app.topics())
        .containsExactly(
            "checkouts/create",
            "orders/create",
            "orders/paid",
            "checkouts/update",
            "inventory_levels/update",
            "products/update",
            "checkouts/create");
    JsonNode checkout = json(app.webhooks().get(0));
    JsonNode order = json(app.webhooks().get(1));
    assertThat(order.has("checkout_id")).isFalse();
    assertThat(order.path("checkout_token")).isEqualTo(checkout.path("token"));
    assertThat(order.path("cart_token")).isEqualTo(checkout.path("cart_token"));
    assertThat(order.path("total_price").asText()).isEqualTo("3960");
    assertThat(json(app.webhooks().get(3)).path("completed_at").isNull()).isFalse();
    assertThat(json(app.webhooks().get(6)).path("token")).isNotEqualTo(checkout.path("token"));
  }

  @Test
  void buying_something_else_leaves_the_checkout_open() throws Exception {
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 1));
    attempted(simulator.shoppers().buy(SHOP, HANA, "wind-bell", 1));
    attempted(simulator.shoppers().cart(SHOP, HANA, "sakura-tea", 1));

    assertThat(app.topics()).endsWith("checkouts/update");
  }

  @Test
  void buying_the_last_one_puts_it_out_of_stock() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, HANA, "wind-bell", 3));

    assertThat(app.topics())
        .containsExactly(
            "orders/create",
            "orders/paid",
            "inventory_levels/update",
            "variants/out_of_stock",
            "products/update");
    assertThat(json(app.webhooks().get(2)).path("available").asInt()).isZero();
    assertThat(json(app.webhooks().get(3)).path("old_inventory_quantity").asInt()).isEqualTo(3);
    assertThatThrownBy(() -> simulator.shoppers().buy(SHOP, TARO, "wind-bell", 1))
        .isInstanceOf(ActRefused.class)
        .hasMessage("only 0 of 'wind-bell' are left");
  }

  @Test
  void what_comes_back_into_stock_is_told_and_what_stays_the_same_is_not() throws Exception {
    attempted(simulator.merchants().stock(SHOP, "wind-bell", 0));
    attempted(simulator.merchants().stock(SHOP, "wind-bell", 0));
    attempted(simulator.merchants().stock(SHOP, "wind-bell", 4));

    assertThat(app.topics())
        .containsExactly(
            "inventory_levels/update",
            "variants/out_of_stock",
            "products/update",
            "inventory_levels/update",
            "variants/in_stock",
            "products/update");
    assertThat(json(app.webhooks().get(3)).path("admin_graphql_api_id").asText())
        .endsWith("?inventory_item_id=1022");
  }

  @Test
  void an_act_can_name_a_variant_that_is_not_the_first() throws Exception {
    ShopSpec plain = shop("kaze", "client-2");
    ProductSpec sizes =
        new ProductSpec(
            201,
            "yukata",
            "浴衣",
            "Wear",
            false,
            List.of(
                new VariantSpec(2011, 2012, "S", new BigDecimal("9800"), 2),
                new VariantSpec(2021, 2022, "M", new BigDecimal("9900"), 1)));
    simulator.addShop(
        new ShopSpec("kaze", "風", plain.app(), plain.market(), plain.musubi(), List.of(sizes)));

    attempted(simulator.merchants().stock("kaze", "yukata/2021", 0));

    assertThat(json(app.webhooks().getFirst()).path("inventory_item_id").asLong()).isEqualTo(2022);
    assertThat(json(app.webhooks().get(1)).path("title").asText()).isEqualTo("M");
    JsonNode product = json(app.webhooks().get(2));
    assertThat(product.path("variants")).hasSize(2);
    assertThat(product.at("/variants/0/inventory_quantity").asInt()).isEqualTo(2);
    assertThat(product.at("/variants/1/inventory_quantity").asInt()).isZero();
    assertThatThrownBy(() -> simulator.merchants().stock("kaze", "yukata/7", 0))
        .isInstanceOfSatisfying(
            UnknownName.class,
            unknown -> assertThat(unknown.known()).containsExactly("yukata/2011", "yukata/2021"));
  }

  @Test
  void a_price_is_told_in_products_update() throws Exception {
    attempted(simulator.merchants().price(SHOP, "wind-bell", new BigDecimal("2800")));

    assertThat(app.topics()).containsExactly("products/update");
    assertThat(json(app.webhooks().getFirst()).at("/variants/0/price").asText()).isEqualTo("2800");
  }

  @Test
  void an_unpublished_product_has_no_publication_time_and_cannot_be_bought() throws Exception {
    attempted(simulator.merchants().unpublish(SHOP, "wind-bell"));

    assertThat(json(app.webhooks().getFirst()).path("published_at").isNull()).isTrue();
    assertThatThrownBy(() -> simulator.shoppers().cart(SHOP, TARO, "wind-bell", 1))
        .isInstanceOf(ActRefused.class);
  }

  @Test
  void tags_that_differ_in_case_alone_are_the_same() throws Exception {
    attempted(simulator.customers().tag(SHOP, HANA, List.of("line")));
    attempted(simulator.customers().tag(SHOP, HANA, List.of("LINE")));
    attempted(simulator.customers().untag(SHOP, HANA, List.of("Line")));

    assertThat(app.topics())
        .containsExactly(
            "customers/update", "customer.tags_added", "customers/update", "customer.tags_removed");
    assertThat(json(app.webhooks().get(1)).path("customerId").asText())
        .isEqualTo("gid://shopify/Customer/7001");
    assertThat(simulator.tags(SHOP, HANA)).isEmpty();
  }

  @Test
  void a_merge_tells_who_is_kept_and_deletes_the_other() throws Exception {
    attempted(simulator.shoppers().buy(SHOP, TARO, "sakura-tea", 1));
    attempted(simulator.customers().tag(SHOP, TARO, List.of("vip")));
    attempted(simulator.customers().merge(SHOP, HANA, TARO));

    assertThat(app.topics()).endsWith("customers/merge", "customers/update", "customers/delete");
    JsonNode merge = json(app.webhooks().get(app.webhooks().size() - 3));
    assertThat(merge.path("status").asText()).isEqualTo("completed");
    assertThat(merge.path("admin_graphql_api_customer_kept_id").asText()).endsWith("/7001");
    assertThat(simulator.tags(SHOP, HANA)).containsExactly("vip");
    attempted(simulator.customers().export(SHOP, HANA));
    assertThat(json(app.webhooks().getLast()).path("orders_requested")).hasSize(1);
    assertThatThrownBy(() -> simulator.tags(SHOP, TARO)).isInstanceOf(UnknownName.class);
  }

  @Test
  void an_uninstalled_app_is_told_so_and_then_nothing_more() throws Exception {
    String token = token();
    attempted(simulator.merchants().uninstall(SHOP));
    attempted(simulator.merchants().stock(SHOP, "wind-bell", 9));

    assertThat(app.topics()).containsExactly("app/uninstalled");
    assertThat(send(graphql(token, "{ shop { name } }", List.of())).statusCode()).isEqualTo(401);
    simulator.addShop(shop(SHOP, "client-1"));
    attempted(simulator.merchants().stock(SHOP, "wind-bell", 8));
    assertThat(app.topics()).endsWith("products/update");
  }

  @Test
  void the_deletion_that_a_merge_brings_may_come_first() throws Exception {
    attempted(simulator.customers().merge(SHOP, HANA, TARO, true));

    assertThat(app.topics())
        .containsExactly("customers/delete", "customers/update", "customers/merge");
  }

  @Test
  void a_shop_is_redacted_only_after_it_removed_the_app() throws Exception {
    assertThatThrownBy(() -> simulator.merchants().redactShop(SHOP))
        .isInstanceOf(ActRefused.class)
        .hasMessage("the app is installed: only a shop that removed it is redacted");
    attempted(simulator.merchants().uninstall(SHOP));
    attempted(simulator.merchants().redactShop(SHOP));

    assertThat(app.topics()).containsExactly("app/uninstalled", "shop/redact");
    assertThat(json(app.webhooks().getLast()).path("shop_domain").asText())
        .isEqualTo("hanaya.myshopify.com");
  }

  @Test
  void each_location_tells_its_own_stock_and_only_the_sum_is_in_or_out_of_stock() throws Exception {
    attempted(simulator.merchants().stock(SHOP, "wind-bell", "store", 2));
    attempted(simulator.merchants().stock(SHOP, "wind-bell", "warehouse", 0));
    attempted(simulator.merchants().stock(SHOP, "wind-bell", "店舗", 0));

    assertThat(app.topics())
        .containsExactly(
            "inventory_levels/update",
            "products/update",
            "inventory_levels/update",
            "products/update",
            "inventory_levels/update",
            "variants/out_of_stock",
            "products/update");
    assertThat(json(app.webhooks().get(0)).path("available").asInt()).isEqualTo(2);
    assertThat(json(app.webhooks().get(2)).path("location_id"))
        .isNotEqualTo(json(app.webhooks().get(0)).path("location_id"));
    assertThatThrownBy(() -> simulator.merchants().stock(SHOP, "wind-bell", "cellar", 1))
        .isInstanceOf(UnknownName.class)
        .hasMessage("unknown location 'cellar'; known are warehouse, store");
  }

  @Test
  void a_stock_over_all_locations_empties_the_others() throws Exception {
    attempted(simulator.merchants().stock(SHOP, "wind-bell", "store", 2));
    attempted(simulator.merchants().stock(SHOP, "wind-bell", 0));

    assertThat(app.topics())
        .endsWith(
            "inventory_levels/update",
            "inventory_levels/update",
            "variants/out_of_stock",
            "products/update");
  }

  @Test
  void what_is_not_tracked_or_sells_on_below_zero_is_never_sold_out() throws Exception {
    attempted(
        simulator.merchants().selling(SHOP, "wind-bell", Optional.empty(), Optional.of(true)));
    attempted(simulator.shoppers().buy(SHOP, HANA, "wind-bell", 5));
    assertThat(json(app.webhooks().getFirst()).at("/variants/0/inventory_policy").asText())
        .isEqualTo("continue");
    assertThat(simulator.products(SHOP).getLast().stock()).isEqualTo(-2);

    attempted(
        simulator.merchants().selling(SHOP, "wind-bell", Optional.of(false), Optional.of(false)));
    attempted(simulator.shoppers().buy(SHOP, HANA, "wind-bell", 5));
    assertThat(simulator.products(SHOP).getLast().stock()).isEqualTo(-2);
  }

  @Test
  void an_unknown_name_is_answered_with_the_names_that_exist() {
    assertThatThrownBy(() -> simulator.shoppers().buy(SHOP, HANA, "teapot", 1))
        .isInstanceOfSatisfying(
            UnknownName.class,
            unknown -> {
              assertThat(unknown.what()).isEqualTo("product");
              assertThat(unknown.known()).containsExactly("sakura-tea", "wind-bell");
            });
    assertThatThrownBy(() -> simulator.shoppers().buy(SHOP, 1, "wind-bell", 1))
        .isInstanceOfSatisfying(
            UnknownName.class,
            unknown -> assertThat(unknown.known()).containsExactly("7001", "7002"));
    assertThatThrownBy(() -> simulator.merchants().stock("nowhere", "wind-bell", 1))
        .isInstanceOfSatisfying(
            UnknownName.class, unknown -> assertThat(unknown.known()).containsExactly(SHOP));
  }
}
