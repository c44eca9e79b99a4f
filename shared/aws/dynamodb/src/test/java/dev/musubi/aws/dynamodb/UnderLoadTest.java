package dev.musubi.aws.dynamodb;

import static dev.musubi.aws.dynamodb.Given.DAY;
import static dev.musubi.aws.dynamodb.Given.HANA;
import static dev.musubi.aws.dynamodb.Given.HANAS;
import static dev.musubi.aws.dynamodb.Given.NOON;
import static dev.musubi.aws.dynamodb.Given.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LinkOutcome;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ViewTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class UnderLoadTest {

  private final FaultyDynamo dynamo = new FaultyDynamo(LocalDynamo.client());

  @Test
  void keys_that_are_left_over_are_read_again() {
    DynamoViews views = new DynamoViews(dynamo, LocalDynamo.sortedTable(), () -> NOON);
    List<CustomerId> customers = LongStream.rangeClosed(1, 50).mapToObj(CustomerId::new).toList();
    customers.forEach(customer -> views.add(Given.view(customer, "event-" + customer)));

    assertThat(views.of(SHOP, DAY, customers)).containsOnlyKeys(customers);
    assertThat(dynamo.calls()).filteredOn("BatchGetItem"::equals).hasSizeGreaterThan(1);
  }

  @Test
  void shops_that_are_read_at_the_same_time_each_get_their_own_views_and_nobody_elses()
      throws Exception {
    DynamoViews views = new DynamoViews(dynamo, LocalDynamo.sortedTable(), () -> NOON);
    List<CustomerId> customers = LongStream.rangeClosed(1, 30).mapToObj(CustomerId::new).toList();
    customers.forEach(customer -> views.add(Given.view(customer, "event-" + customer)));
    ShopId other = new ShopId("another");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<CustomerId, ViewTally>>> own = new ArrayList<>();
      List<Future<Map<CustomerId, ViewTally>>> others = new ArrayList<>();
      for (CustomerId customer : customers) {
        own.add(threads.submit(() -> views.of(SHOP, DAY, List.of(customer))));
        others.add(threads.submit(() -> views.of(other, DAY, List.of(customer))));
      }
      for (int at = 0; at < customers.size(); at++) {
        assertThat(own.get(at).get()).containsOnlyKeys(customers.get(at));
        assertThat(others.get(at).get()).isEmpty();
      }
    }
  }

  @Test
  void a_key_that_dynamodb_refuses_fails_alone() throws Exception {
    Table table = new Table(dynamo, LocalDynamo.sortedTable());
    Item tooLong = Item.key("k".repeat(3_000), "sk");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> refused = threads.submit(() -> table.find(List.of(tooLong), true));
      List<Future<?>> good = new ArrayList<>();
      for (int at = 0; at < 20; at++) {
        Item key = Item.key("k" + at, "sk");
        good.add(threads.submit(() -> table.find(List.of(key), true)));
      }
      for (Future<?> one : good) {
        one.get();
      }
      assertThatThrownBy(refused::get).hasCauseInstanceOf(DynamoDbException.class);
    }
  }

  @Test
  void writes_that_are_left_over_are_written_again() {
    DynamoDeliveries deliveries =
        new DynamoDeliveries(dynamo, LocalDynamo.indexedTable("by-day", "day", "sk"), () -> NOON);
    List<Delivery> rows = IntStream.range(0, 60).mapToObj(Given::sent).toList();
    deliveries.record(rows);

    assertThat(deliveries.of(SHOP, new Addressee.Customer(HANA), 100)).hasSize(60);
  }

  @Test
  void a_transaction_conflict_is_retried_and_not_taken_for_a_duplicate() {
    DynamoLinks links = new DynamoLinks(dynamo, LocalDynamo.table(), () -> NOON);
    Nonce nonce = Given.nonce(1);
    links.open(Given.attempt(nonce, HANA));

    dynamo.conflict(3);

    assertThat(links.complete(SHOP, nonce, HANAS, "event-1", NOON))
        .isInstanceOf(LinkOutcome.Linked.class);
    assertThat(links.customerOf(SHOP, HANAS)).contains(HANA);
  }

  @Test
  void a_conflict_without_end_is_an_error_and_nothing_is_written() {
    DynamoLinks links = new DynamoLinks(dynamo, LocalDynamo.table(), () -> NOON);
    Nonce nonce = Given.nonce(1);
    links.open(Given.attempt(nonce, HANA));

    dynamo.conflict(Integer.MAX_VALUE);

    assertThatIllegalStateException()
        .isThrownBy(() -> links.complete(SHOP, nonce, HANAS, "event-1", NOON))
        .withMessageContaining("tried again later");
    assertThat(links.customerOf(SHOP, HANAS)).isEmpty();
  }

  @Test
  void a_single_write_that_meets_a_transaction_is_retried() {
    DynamoRecipients recipients = new DynamoRecipients(dynamo, LocalDynamo.table());
    dynamo.conflict(2);

    assertThat(recipients.replace(RecipientState.unknown(SHOP, HANAS)))
        .isInstanceOf(Recipients.Replaced.Done.class);
  }

  @Test
  void the_loser_learns_the_winners_state_without_a_read() {
    DynamoRecipients recipients = new DynamoRecipients(dynamo, LocalDynamo.table());
    RecipientState seen = RecipientState.unknown(SHOP, HANAS);
    recipients.replace(seen);

    assertThat(recipients.replace(seen)).isInstanceOf(Recipients.Replaced.Lost.class);
    assertThat(dynamo.calls()).containsExactly("PutItem", "PutItem");
  }

  @Test
  void a_view_is_one_update_and_a_repeated_one_too() {
    DynamoViews views = new DynamoViews(dynamo, LocalDynamo.sortedTable(), () -> NOON);
    views.add(Given.view(HANA, "event-1"));
    views.add(Given.view(HANA, "event-1"));

    assertThat(dynamo.calls()).containsExactly("UpdateItem", "UpdateItem");
  }
}
