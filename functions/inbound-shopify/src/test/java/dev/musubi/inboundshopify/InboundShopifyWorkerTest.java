package dev.musubi.inboundshopify;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static dev.musubi.testkit.functions.ExampleShop.KYOTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.aws.queues.RawCodec;
import dev.musubi.aws.queues.RawShopify;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.LinkAttempt;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.Person;
import dev.musubi.core.reminding.CartReminders;
import dev.musubi.core.reminding.StockNews;
import dev.musubi.core.sending.Chore;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.Standing;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductFacts;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.lambda.Batch;
import dev.musubi.testkit.functions.ExampleEvents;
import dev.musubi.testkit.functions.ExampleShop;
import dev.musubi.testkit.functions.Messages;
import dev.musubi.testkit.functions.Stores;
import dev.musubi.testkit.memory.SeededEntropy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundShopifyWorkerTest {

  /** The shop as Shopify tells of it when the app was removed. */
  private static final String REMOVED = "{\"id\":1,\"myshopify_domain\":null}";

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:01Z");
  private static final ProductId BOWL = new ProductId(8_100_000_000_001L);
  private static final OrderId ORDER = new OrderId(5_500_000_000_001L);
  private static final Map<String, Integer> FAILED_OF_EXAMPLE =
      Map.ofEntries(
          Map.entry("batch-with-one-that-cannot-be-read", 1),
          Map.entry("hostile-body-that-is-no-json", 1),
          Map.entry("hostile-checkout-price-that-fills-memory", 1),
          Map.entry("hostile-checkout-token-that-is-no-token", 1),
          Map.entry("hostile-checkout-without-lines", 1),
          Map.entry("hostile-ids-that-are-no-numbers", 1),
          Map.entry("batch-with-hostile-inventory-among-good", 4),
          Map.entry("hostile-message-of-nobody", 1),
          Map.entry("hostile-order-without-an-id", 1),
          Map.entry("hostile-parcel-without-an-order", 1),
          Map.entry("hostile-named-order-that-is-no-number", 1));

  private final ExampleEvents events = ExampleEvents.of("inbound-shopify");
  private final Stores stores = Stores.ofTwoShops(NOW);
  private final Map<String, Duration> givenBack = new LinkedHashMap<>();
  private final StockNews stock = new StockNews(stores.restocks(), stores.outbox(), stores.clock());
  private final InboundShopifyWorker worker =
      new InboundShopifyWorker(
          new Batch(stores.meter(), (queue, delays) -> givenBack.putAll(delays)),
          new ShopNews(
              stores.shops(),
              new OrderNews(
                  stores.shops(),
                  stores.orders(),
                  stores.purchases(),
                  new RememberedOrders(stores.orderSource(), stores.links()),
                  stores.outbox(),
                  stores.clock()),
              stores.catalogue(),
              stores.links(),
              new CartReminders(stores.carts(), stores.outbox()),
              stock,
              stores.outbox()),
          stock,
          "https://sqs.example/musubi-inbound-stock");

  static List<String> meanings() {
    return ExampleEvents.of("inbound-shopify").meanings();
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void each_example_is_read_but_for_what_can_not_be_and_ten_times_is_once(String meaning) {
    SQSEvent event = events.messages(meaning);
    int failing = FAILED_OF_EXAMPLE.getOrDefault(meaning, 0);
    assertThat(hear(event)).hasSize(failing);
    Optional<ProductFacts> facts = bowl(KYOTO);
    List<Purchase> purchases = purchases(KYOTO);
    for (int i = 0; i < 9; i++) {
      assertThat(hear(event)).hasSize(failing);
    }

    assertThat(bowl(KYOTO)).isEqualTo(facts);
    assertThat(purchases(KYOTO)).isEqualTo(purchases);
    assertThat(bowl(HANAMICHI)).isEmpty();
    assertThat(purchases(HANAMICHI)).isEmpty();
  }

  @Test
  void an_order_of_a_customer_is_a_purchase_of_its_products() {
    hear(events.messages("order-created"));

    assertThat(purchases(KYOTO))
        .containsExactly(
            new Purchase(
                ORDER, CUSTOMER, Instant.parse("2026-11-21T08:59:00Z"), List.of(BOWL), false));
  }

  @ParameterizedTest
  @CsvSource({"order-created, order-cancelled", "order-cancelled, order-created"})
  void a_cancellation_stays_whichever_webhook_comes_first(String first, String second) {
    hear(events.messages(first));
    hear(events.messages(second));

    assertThat(purchases(KYOTO)).hasSize(1);
    assertThat(purchases(KYOTO).getFirst().cancelled()).isTrue();
  }

  @Test
  void an_order_of_a_guest_is_nobodys_purchase() {
    assertThat(hear(events.messages("order-of-a-guest"))).isEmpty();

    assertThat(purchases(KYOTO)).isEmpty();
  }

  @Test
  void products_may_come_in_any_order_and_the_newest_facts_stay() {
    hear(
        webhook(KYOTO, "products/update", NOW, product("二", "2026-11-21T12:00:00Z")),
        webhook(KYOTO, "products/create", NOW, product("一", "2026-11-20T12:00:00Z")),
        webhook(KYOTO, "products/update", NOW, product("三", "2026-11-21T13:00:00Z")));

    assertThat(bowl(KYOTO).orElseThrow().showing().title()).isEqualTo("三");
  }

  @Test
  void stock_that_is_heard_by_itself_counts_for_its_variant() {
    hear(events.messages("product-updated"));
    assertThat(bowl(KYOTO).orElseThrow().inStock()).isTrue();

    hear(webhook(KYOTO, "variants/out_of_stock", NOW, stock(4_200_000_000_001L)));
    assertThat(bowl(KYOTO).orElseThrow().inStock()).isFalse();

    hear(webhook(KYOTO, "variants/in_stock", NOW, stock(4_200_000_000_002L)));
    assertThat(bowl(KYOTO).orElseThrow().inStock()).isTrue();
  }

  @Test
  void stock_that_is_older_than_what_is_known_changes_nothing() {
    hear(events.messages("product-sold-out"));
    String late = stock(4_200_000_000_001L).replace("2026-11-22", "2026-11-19");
    hear(webhook(KYOTO, "variants/in_stock", NOW, late));

    assertThat(bowl(KYOTO).orElseThrow().inStock()).isFalse();
  }

  @Test
  void stock_of_a_product_that_is_not_known_is_not_kept() {
    assertThat(hear(events.messages("variant-in-stock"))).isEmpty();

    assertThat(bowl(KYOTO)).isEmpty();
  }

  @Test
  void a_product_that_is_gone_does_not_come_back_by_a_late_update() {
    hear(webhook(KYOTO, "products/update", NOW, product("一", "2026-11-21T08:00:00Z")));
    hear(webhook(KYOTO, "products/delete", NOW, "{\"id\":" + BOWL + "}"));
    assertThat(bowl(KYOTO)).isEmpty();

    hear(webhook(KYOTO, "products/update", NOW, product("一", "2026-11-21T08:30:00Z")));
    assertThat(bowl(KYOTO)).isEmpty();
  }

  @Test
  void a_deletion_that_comes_before_the_update_it_followed_keeps_the_product_away() {
    hear(webhook(KYOTO, "products/delete", NOW, "{\"id\":" + BOWL + "}"));
    hear(webhook(KYOTO, "products/update", NOW, product("一", "2026-11-21T08:00:00Z")));

    assertThat(bowl(KYOTO)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"line", "LINE", "Line"})
  void our_tag_taken_off_who_is_linked_is_looked_after(String tag) {
    link(KYOTO);
    hear(tagsRemoved(KYOTO, "vip", tag));

    assertThat(stores.outbox().queued())
        .containsExactly(new Chore.Reconcile(KYOTO.id(), Person.of(CUSTOMER)));
  }

  @Test
  void our_tag_taken_off_who_is_not_linked_is_left_off() {
    hear(tagsRemoved(KYOTO, "line"));
    link(KYOTO);
    Link linked = stores.links().find(KYOTO.id(), List.of(CUSTOMER)).get(CUSTOMER);
    stores.links().end(linked, NOW);
    hear(tagsRemoved(KYOTO, "line"));

    assertThat(stores.outbox().queued()).isEmpty();
  }

  @Test
  void tags_of_others_and_of_the_same_number_in_another_shop_are_none_of_ours() {
    link(KYOTO);
    hear(tagsRemoved(KYOTO, "vip", "online", "line "));
    hear(tagsRemoved(HANAMICHI, "line"));

    assertThat(stores.outbox().queued()).isEmpty();
  }

  @Test
  void a_redaction_becomes_a_chore_to_erase_the_person() {
    hear(events.messages("customer-redacted"));

    assertThat(stores.outbox().queued())
        .containsExactly(new Chore.Erase(KYOTO.id(), Person.of(CUSTOMER), false));
  }

  @ParameterizedTest
  @MethodSource("chores")
  void what_shopify_asks_for_about_persons_and_shops_becomes_a_chore(String meaning, Chore chore) {
    assertThat(hear(events.messages(meaning))).isEmpty();

    assertThat(stores.outbox().queued()).containsExactly(chore);
  }

  static List<Arguments> chores() {
    return List.of(
        Arguments.of("data-requested", new Chore.Export(KYOTO.id(), CUSTOMER, "9999")),
        Arguments.of(
            "customers-merged", new Chore.Merge(KYOTO.id(), CUSTOMER, new CustomerId(8), false)),
        Arguments.of("customer-deleted", new Chore.Depart(KYOTO.id(), CUSTOMER)),
        Arguments.of("shop-redacted", new Chore.EraseShop(KYOTO.id())));
  }

  @Test
  void a_merge_that_is_not_done_is_none() {
    assertThat(hear(events.messages("customers-merge-failed"))).isEmpty();

    assertThat(stores.outbox().queued()).isEmpty();
  }

  @Test
  void an_order_of_who_was_erased_told_late_is_not_kept() {
    stores.links().bury(KYOTO.id(), Person.of(CUSTOMER), NOW, new SeededEntropy(1));
    hear(events.messages("order-created"));

    assertThat(purchases(KYOTO)).isEmpty();
  }

  @Test
  void a_redaction_that_names_nobody_by_number_is_no_error() {
    assertThat(hear(events.messages("redaction-by-email-alone"))).isEmpty();

    assertThat(stores.outbox().queued()).isEmpty();
  }

  @Test
  void a_shop_that_removed_the_app_is_deactivated_and_the_other_is_not() {
    hear(webhook(KYOTO, "app/uninstalled", NOW, REMOVED));

    assertThat(shop(KYOTO).standing()).isEqualTo(new Standing.Uninstalled(NOW));
    assertThat(shop(KYOTO).nextRunAt()).isEmpty();
    assertThat(shop(HANAMICHI).standing()).isInstanceOf(Standing.Active.class);
  }

  @Test
  void a_removal_that_is_told_after_the_app_was_installed_again_is_no_news() {
    hear(webhook(KYOTO, "app/uninstalled", NOW, REMOVED));
    stores.shops().save(shop(KYOTO).reinstalled(NOW.plusSeconds(60)));
    hear(webhook(KYOTO, "app/uninstalled", NOW.plusSeconds(59), REMOVED));

    assertThat(shop(KYOTO).standing()).isInstanceOf(Standing.Active.class);
    assertThat(shop(KYOTO).nextRunAt()).isPresent();
  }

  @Test
  void the_removal_of_a_shop_that_is_not_registered_is_no_error() {
    stores.shops().remove(KYOTO.id());

    assertThat(hear(webhook(KYOTO, "app/uninstalled", NOW, REMOVED))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"id\":\"1\"}", "{\"id\":-1}", "not json"})
  void a_body_that_does_not_say_what_its_topic_promises_fails_alone(String body) {
    List<String> failed =
        hear(
            webhook(KYOTO, "products/update", NOW, product("一", "2026-11-21T08:00:00Z")),
            webhook(KYOTO, "products/update", NOW, body),
            webhook(KYOTO, "orders/create", NOW, order(CUSTOMER)));

    assertThat(failed).containsExactly("2");
    assertThat(givenBack).containsOnly(Map.entry("receipt-2", Duration.ofSeconds(30)));
    assertThat(bowl(KYOTO)).isPresent();
    assertThat(purchases(KYOTO)).hasSize(1);
  }

  @Test
  void a_large_body_comes_compressed_and_is_read_whole() {
    String padded =
        product("一", "2026-11-21T08:00:00Z")
            .replaceFirst("\\{", "{\"body_html\":\"" + "結び".repeat(300_000) + "\",");
    String message = webhook(KYOTO, "products/update", NOW, padded);

    assertThat(message.length()).isLessThan(100_000);
    assertThat(hear(message)).isEmpty();
    assertThat(bowl(KYOTO)).isPresent();
  }

  @Test
  void a_message_whose_compression_is_broken_fails_alone() {
    String broken =
        webhook(KYOTO, "orders/create", NOW, "x".repeat(40_000))
            .replaceFirst("\"gzip\":\".{20}", "\"gzip\":\"AAAAAAAAAAAAAAAAAAAA");

    assertThat(hear(broken, webhook(KYOTO, "orders/create", NOW, order(CUSTOMER))))
        .containsExactly("1");
    assertThat(purchases(KYOTO)).hasSize(1);
  }

  @Test
  void orders_and_products_of_the_same_numbers_in_two_shops_are_apart() {
    hear(
        webhook(KYOTO, "products/update", NOW, product("椀", "2026-11-21T08:00:00Z")),
        webhook(HANAMICHI, "products/update", NOW, product("皿", "2026-11-21T08:00:00Z")),
        webhook(KYOTO, "orders/create", NOW, order(CUSTOMER)),
        webhook(HANAMICHI, "products/delete", NOW, "{\"id\":" + BOWL + "}"),
        webhook(
            HANAMICHI,
            "customers/redact",
            NOW,
            "{\"shop_domain\":\"hanamichi-tea.myshopify.com\",\"customer\":{\"id\":"
                + CUSTOMER
                + "}}"));

    assertThat(bowl(KYOTO).orElseThrow().showing().title()).isEqualTo("椀");
    assertThat(bowl(HANAMICHI)).isEmpty();
    assertThat(purchases(KYOTO)).hasSize(1);
    assertThat(purchases(HANAMICHI)).isEmpty();
    assertThat(stores.outbox().queued())
        .containsExactly(new Chore.Erase(HANAMICHI.id(), Person.of(CUSTOMER), false));
  }

  private List<String> hear(SQSEvent event) {
    return Messages.failed(worker.work(event));
  }

  private List<String> hear(String... messages) {
    return hear(Messages.of(messages));
  }

  private static String webhook(ExampleShop shop, String topic, Instant triggered, String body) {
    return new RawCodec()
        .write(new RawShopify(shop.id(), topic, "id-" + topic, triggered, NOW, body));
  }

  private static String product(String title, String updatedAt) {
    return """
        {"id":%s,"handle":"bowl","title":"%s","status":"active","published_at":"2026-10-01T00:00:00Z",\
        "updated_at":"%s","variants":[{"id":1,"price":"3980","inventory_policy":"deny",\
        "inventory_quantity":1,"inventory_management":"shopify"}]}"""
        .formatted(BOWL, title, updatedAt);
  }

  private static String stock(long variant) {
    return """
        {"id":%d,"product_id":%s,"inventory_policy":"deny","updated_at":"2026-11-22T00:00:00Z"}"""
        .formatted(variant, BOWL);
  }

  private static String order(CustomerId customer) {
    return """
        {"id":%s,"customer":{"id":%s},"created_at":"2026-11-21T08:00:00Z",\
        "line_items":[{"product_id":%s}]}"""
        .formatted(ORDER, customer, BOWL);
  }

  private static String tagsRemoved(ExampleShop shop, String... tags) {
    String body =
        "{\"customerId\":\"gid://shopify/Customer/%s\",\"tags\":[\"%s\"]}"
            .formatted(CUSTOMER, String.join("\",\"", tags));
    return webhook(shop, "customer.tags_removed", NOW, body);
  }

  private void link(ExampleShop shop) {
    Nonce nonce = Nonce.of(new byte[Nonce.BYTES]);
    stores
        .links()
        .open(
            new LinkAttempt(
                shop.id(), nonce.hash(), CUSTOMER, EntryRoute.CHAT, NOW.plusSeconds(60)));
    stores.links().complete(shop.id(), nonce, HANA, "event", NOW);
  }

  private Shop shop(ExampleShop example) {
    return stores.shops().find(example.id()).orElseThrow();
  }

  private Optional<ProductFacts> bowl(ExampleShop shop) {
    return Optional.ofNullable(stores.catalogue().find(shop.id(), List.of(BOWL)).get(BOWL));
  }

  private List<Purchase> purchases(ExampleShop shop) {
    return stores.purchases().of(shop.id(), List.of(CUSTOMER)).getOrDefault(CUSTOMER, List.of());
  }
}
