package dev.musubi.aws.dynamodb;

import static dev.musubi.aws.dynamodb.Given.HANA;
import static dev.musubi.aws.dynamodb.Given.HANAS;
import static dev.musubi.aws.dynamodb.Given.KEN;
import static dev.musubi.aws.dynamodb.Given.KENS;
import static dev.musubi.aws.dynamodb.Given.NOON;
import static dev.musubi.aws.dynamodb.Given.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.Purchase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks at whole tables after an erasure: no attribute of any item names the person. */
class ErasureLeavesNoTraceTest {

  private final String linkTable = LocalDynamo.table();
  private final DynamoLinks links = new DynamoLinks(LocalDynamo.client(), linkTable, () -> NOON);
  private int nonces;

  @BeforeEach
  void both_accounts_were_tied_to_both_customers_in_turn() {
    link(HANA, KENS);
    link(HANA, HANAS);
    link(KEN, HANAS);
    link(HANA, HANAS);
    links.open(Given.attempt(Given.nonce(99), HANA));
    assertThat(LocalDynamo.dump(linkTable)).anyMatch(item -> names(item, HANA));
  }

  @Test
  void of_a_customer_in_the_links() {
    links.erase(SHOP, Person.of(HANA));

    assertThat(LocalDynamo.dump(linkTable)).noneMatch(item -> names(item, HANA));
    assertThat(LocalDynamo.dump(linkTable)).anyMatch(item -> names(item, KEN));
  }

  @Test
  void of_a_line_user_in_the_links() {
    links.erase(SHOP, Person.of(HANAS));

    assertThat(LocalDynamo.dump(linkTable)).noneMatch(item -> names(item, HANAS));
    assertThat(LocalDynamo.dump(linkTable)).anyMatch(item -> names(item, KENS));
  }

  @Test
  void of_a_customer_who_was_merged_into_another() {
    links.move(SHOP, HANA, KEN);

    assertThat(LocalDynamo.dump(linkTable)).noneMatch(item -> names(item, HANA));
    assertThat(links.customerOf(SHOP, HANAS)).contains(KEN);

    links.erase(SHOP, Person.of(KEN, HANAS));
    assertThat(LocalDynamo.dump(linkTable)).isEmpty();
  }

  @Test
  void of_anybody_in_the_other_stores() {
    String shopping = LocalDynamo.sortedTable();
    String recipients = LocalDynamo.table();
    String deliveries = LocalDynamo.indexedTable("by-day", "day", "sk");
    var views = new DynamoViews(LocalDynamo.client(), shopping, () -> NOON);
    var purchases = new DynamoPurchases(LocalDynamo.client(), shopping, () -> NOON);
    var carts = new DynamoCarts(LocalDynamo.client(), shopping, () -> NOON);
    var states = new DynamoRecipients(LocalDynamo.client(), recipients);
    var rows = new DynamoDeliveries(LocalDynamo.client(), deliveries, () -> NOON);
    views.add(Given.view(HANA, "event-1"));
    purchases.record(SHOP, new Purchase(new OrderId(1), HANA, NOON, List.of(), false));
    carts.save(Given.cart(HANA));
    states.replace(RecipientState.unknown(SHOP, HANAS));
    rows.record(List.of(Given.sent(0), Given.sent(1)));

    Person hana = Person.of(HANA, HANAS);
    views.erase(SHOP, hana);
    purchases.erase(SHOP, hana);
    carts.erase(SHOP, hana);
    states.erase(SHOP, hana);
    rows.erase(SHOP, hana);

    assertThat(LocalDynamo.dump(shopping)).isEmpty();
    assertThat(LocalDynamo.dump(recipients)).isEmpty();
    assertThat(LocalDynamo.dump(deliveries)).isEmpty();
  }

  private void link(CustomerId customer, LineUserId user) {
    Nonce nonce = Given.nonce(++nonces);
    links.open(Given.attempt(nonce, customer));
    links.complete(SHOP, nonce, user, "event-" + nonces, NOON);
  }

  private static boolean names(String item, CustomerId customer) {
    return item.contains(customer.toString());
  }

  private static boolean names(String item, LineUserId user) {
    return item.contains(user.value());
  }
}
