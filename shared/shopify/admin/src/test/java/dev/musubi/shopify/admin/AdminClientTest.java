package dev.musubi.shopify.admin;

import static dev.musubi.shopify.admin.StubShopify.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.shopify.admin.StubShopify.Reply;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminClientTest {

  private static final CustomerId HANA = new CustomerId(67);
  private static final String TAGGED =
      "{\"tagsAdd\":{\"node\":{\"id\":\"gid://shopify/Customer/67\"},\"userErrors\":[]}}";

  private final StubShopify shopify = new StubShopify();
  private final List<Duration> pauses = new ArrayList<>();
  private volatile Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private final AdminClient client =
      new AdminClient(shopify.base(), StubShopify.SECRETS, () -> now, pauses::add);
  private final AdminTags tags = new AdminTags(client);
  private final AdminProducts products = new AdminProducts(client, () -> now);

  @AfterEach
  void stop() {
    shopify.close();
  }

  @Test
  void a_tag_is_added_or_removed_by_itself_with_a_token_of_the_shops_own_app() {
    shopify.replies.add(Reply.data(TAGGED));
    shopify.replies.add(Reply.data(TAGGED.replace("tagsAdd", "tagsRemove")));
    tags.linked(SHOP, HANA, true);
    tags.linked(SHOP, HANA, false);
    assertThat(shopify.grants)
        .containsExactly(
            "grant_type=client_credentials&client_id=client&client_secret=hush+%26+hush");
    assertThat(shopify.calls)
        .allSatisfy(
            call -> {
              assertThat(call.path()).isEqualTo("/admin/api/2026-10/graphql.json");
              assertThat(call.token()).isEqualTo("token-1");
              assertThat(call.body().get("variables").toString())
                  .isEqualTo("{\"id\":\"gid://shopify/Customer/67\",\"tags\":[\"line\"]}");
            })
        .extracting(call -> call.body().get("query").asText())
        .satisfiesExactly(
            added -> assertThat(added).contains("tagsAdd(id: $id, tags: $tags)"),
            removed -> assertThat(removed).contains("tagsRemove(id: $id, tags: $tags)"));
  }

  @Test
  void a_customer_who_is_gone_is_left_alone() {
    shopify.replies.add(
        Reply.data(
            "{\"tagsAdd\":{\"node\":null,\"userErrors\":[{\"field\":[\"id\"],"
                + "\"message\":\"Product does not exist\"}]}}"));
    tags.linked(SHOP, HANA, true);
    assertThat(shopify.calls).hasSize(1);
  }

  @Test
  void a_tag_that_shopify_does_not_take_is_a_failure() {
    shopify.replies.add(
        Reply.data(
            "{\"tagsAdd\":{\"node\":null,\"userErrors\":[{\"field\":[\"tags\"],"
                + "\"message\":\"too many for hana\"}]}}"));
    assertThatThrownBy(() -> tags.linked(SHOP, HANA, true))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageNotContaining("hana");
  }

  @Test
  void a_token_is_used_until_an_hour_before_its_end() {
    IntStream.range(0, 3).forEach(i -> shopify.replies.add(Reply.data(TAGGED)));
    tags.linked(SHOP, HANA, true);
    now = now.plusSeconds(86_399 - 3_600 - 1);
    tags.linked(SHOP, HANA, true);
    assertThat(shopify.grants).hasSize(1);
    now = now.plusSeconds(1);
    tags.linked(SHOP, HANA, true);
    assertThat(shopify.grants).hasSize(2);
  }

  @Test
  void a_rejected_token_is_replaced_once() {
    shopify.replies.add(new Reply(401, ""));
    shopify.replies.add(Reply.data(TAGGED));
    tags.linked(SHOP, HANA, true);
    assertThat(shopify.calls)
        .extracting(StubShopify.Call::token)
        .containsExactly("token-1", "token-2");
    shopify.replies.add(new Reply(401, ""));
    shopify.replies.add(new Reply(401, ""));
    assertThatThrownBy(() -> tags.linked(SHOP, HANA, true))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("401");
  }

  @Test
  void many_calls_at_once_ask_for_one_token() throws Exception {
    IntStream.range(0, 8).forEach(i -> shopify.replies.add(Reply.data(TAGGED)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        running.add(threads.submit(() -> tags.linked(SHOP, HANA, true)));
      }
      for (Future<?> one : running) {
        one.get(10, TimeUnit.SECONDS);
      }
    }
    assertThat(shopify.grants).hasSize(1);
    assertThat(shopify.calls).hasSize(8);
  }

  @Test
  void a_shop_whose_points_are_used_up_is_waited_for_as_long_as_it_says() {
    shopify.replies.add(throttled(848, 48));
    shopify.replies.add(Reply.data(TAGGED));
    tags.linked(SHOP, HANA, true);
    assertThat(pauses).containsExactly(Duration.ofSeconds(8));
  }

  @Test
  void a_shop_that_stays_throttled_is_given_up_after_twenty_seconds() {
    IntStream.range(0, 3).forEach(i -> shopify.replies.add(throttled(900, 0)));
    assertThatThrownBy(() -> tags.linked(SHOP, HANA, true))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("THROTTLED");
    assertThat(pauses).containsExactly(Duration.ofSeconds(9), Duration.ofSeconds(9));
  }

  @Test
  void too_many_requests_wait_as_well() {
    shopify.replies.add(new Reply(429, ""));
    shopify.replies.add(Reply.data(TAGGED));
    tags.linked(SHOP, HANA, true);
    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503|out for lunch|status 503",
        "402||status 402",
        "200|<html>hush</html>|no JSON",
        "200|{}|no data",
        "200|{\"data\":{\"nodes\":[]},\"errors\":[{\"message\":\"hush\",\"extensions\":"
            + "{\"code\":\"ACCESS_DENIED\"}}]}|ACCESS_DENIED",
        "200|{\"errors\":\"hush\"}|no code",
        "200|{\"data\":{\"nodes\":[{\"id\":\"gid://shopify/Product/hush\",\"updatedAt\":\"\"}]}}"
            + "|unreadably"
      })
  void anything_that_is_no_answer_is_a_failure_told_by_its_code_alone(
      int status, String body, String told) {
    shopify.replies.add(new Reply(status, body == null ? "" : body));
    assertThatThrownBy(() -> products.read(SHOP, List.of(new ProductId(1))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(told)
        .hasMessageNotContaining("hush");
  }

  @Test
  void a_shop_without_credentials_or_grant_is_a_failure() {
    assertThatThrownBy(() -> tags.linked(new ShopId("nobody"), HANA, true))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no credentials");
    shopify.grantStatus = 400;
    assertThatThrownBy(() -> tags.linked(SHOP, HANA, true))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("400")
        .hasMessageNotContaining("hush");
    assertThat(shopify.calls).isEmpty();
  }

  @Test
  void a_product_is_read_as_it_is_shown_and_sold_now() {
    shopify.replies.add(
        Reply.data(
            """
            {"nodes":[null,{},{"id":"gid://shopify/Product/81","handle":"matcha-bowl",
             "title":"抹茶碗","status":"ACTIVE","publishedAt":"2026-10-01T00:00:00Z",
             "updatedAt":"2026-11-21T08:00:00Z","isGiftCard":false,
             "featuredMedia":{"preview":{"image":{"url":"https://cdn.example.com/bowl.jpg"}}},
             "variants":{"nodes":[
               {"id":"gid://shopify/ProductVariant/1","price":"4280.00","availableForSale":false,
                "updatedAt":"2026-11-20T08:00:00Z"},
               {"id":"gid://shopify/ProductVariant/2","price":"3980.00","availableForSale":true,
                "updatedAt":"2026-11-21T08:00:00Z"}]}},
             {"id":"gid://shopify/Product/82","handle":"card","title":"Gift","status":"DRAFT",
              "publishedAt":null,"updatedAt":"2026-11-21T08:00:00Z","isGiftCard":true,
              "featuredMedia":null,"variants":{"nodes":[]}}]}"""));
    List<ProductFacts> read =
        products.read(SHOP, LongStream.of(79, 80, 81, 82).mapToObj(ProductId::new).toList());
    assertThat(read)
        .extracting(ProductFacts::id)
        .containsExactly(new ProductId(81), new ProductId(82));
    ProductFacts bowl = read.getFirst();
    assertThat(bowl.showing().price()).isEqualTo(new BigDecimal("3980.00"));
    assertThat(bowl.showing().picture()).contains(URI.create("https://cdn.example.com/bowl.jpg"));
    assertThat(bowl.published()).isTrue();
    assertThat(bowl.inStock()).isTrue();
    assertThat(bowl.readAt()).isEqualTo(now);
    assertThat(bowl.variants()).extracting(v -> v.sellable()).containsExactly(false, true);
    assertThat(read.getLast().published()).isFalse();
    assertThat(read.getLast().giftCard()).isTrue();
  }

  @Test
  void a_hundred_products_are_read_in_calls_of_at_most_a_thousand_points() {
    List<ProductId> hundred = LongStream.rangeClosed(1, 100).mapToObj(ProductId::new).toList();
    IntStream.range(0, 13).forEach(i -> shopify.replies.add(Reply.data("{\"nodes\":[]}")));
    assertThat(products.read(SHOP, hundred)).isEmpty();
    List<String> asked = new ArrayList<>();
    int pointsOfAProduct = 1 + 3 + 2 + 100;
    for (StubShopify.Call call : shopify.calls) {
      assertThat(call.body().at("/variables/ids").size() * pointsOfAProduct)
          .isLessThanOrEqualTo(1_000);
      call.body().at("/variables/ids").forEach(id -> asked.add(id.asText()));
    }
    assertThat(asked).hasSize(100).doesNotHaveDuplicates().contains("gid://shopify/Product/100");
  }

  @Test
  void each_shop_has_an_address_of_its_own_where_the_base_says_so() {
    assertThat(AdminBase.SHOPIFY.graphql(SHOP))
        .isEqualTo(URI.create("https://kyoto-tea.myshopify.com/admin/api/2026-10/graphql.json"));
    assertThatThrownBy(() -> new AdminBase("ftp://example.com"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Reply throttled(int requested, int available) {
    return new Reply(
        200,
        """
        {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],
         "extensions":{"cost":{"requestedQueryCost":%d,"actualQueryCost":null,"throttleStatus":
         {"maximumAvailable":2000.0,"currentlyAvailable":%d,"restoreRate":100.0}}}}"""
            .formatted(requested, available));
  }
}
