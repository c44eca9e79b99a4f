package dev.musubi.aws.dynamodb;

import static dev.musubi.aws.dynamodb.Given.HANA;
import static dev.musubi.aws.dynamodb.Given.HANAS;
import static dev.musubi.aws.dynamodb.Given.KEN;
import static dev.musubi.aws.dynamodb.Given.KENS;
import static dev.musubi.aws.dynamodb.Given.NOON;
import static dev.musubi.aws.dynamodb.Given.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.DataExport;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Nonce;
import dev.musubi.core.people.Person;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.sending.Notices;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.shopping.OrderId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.Purchase;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
  void of_a_customer_who_was_merged_into_another_but_where_to_while_that_one_is_there() {
    links.move(SHOP, HANA, KEN);
    assertThat(LocalDynamo.dump(linkTable))
        .filteredOn(item -> names(item, HANA))
        .allSatisfy(item -> assertThat(item).contains("expiresAt"));
    assertThat(links.customerOf(SHOP, HANAS)).contains(KEN);
    links.bury(SHOP, Person.of(KEN, HANAS), NOON, byte[]::new);
    links.erase(SHOP, Person.of(KEN, HANAS));
    assertThat(LocalDynamo.dump(linkTable))
        .isNotEmpty()
        .noneMatch(item -> names(item, HANA) || names(item, KEN) || names(item, HANAS))
        .allMatch(item -> item.contains("#erased#") || item.contains("#erasure-key"));
  }

  /** A store that holds persons and is not named here fails the test below. */
  private final SortedMap<String, Supplier<PersonalData>> stores = new TreeMap<>();

  private final List<String> tables = new ArrayList<>();

  private void everyStoreHoldsHana() {
    String shopping = table(LocalDynamo.sortedTable());
    String recipients = table(LocalDynamo.table());
    String deliveries = table(LocalDynamo.indexedTable("by-day", "day", "sk"));
    tables.add(linkTable);
    stores.put("DynamoLinks", () -> links);
    stores.put(
        "DynamoViews",
        () -> {
          var views = new DynamoViews(LocalDynamo.client(), shopping, () -> NOON);
          views.add(Given.view(HANA, "event-1"));
          return views;
        });
    stores.put(
        "DynamoPurchases",
        () -> {
          var purchases = new DynamoPurchases(LocalDynamo.client(), shopping, () -> NOON);
          purchases.record(SHOP, new Purchase(new OrderId(1), HANA, NOON, List.of(), false));
          return purchases;
        });
    stores.put(
        "DynamoCarts",
        () -> {
          var carts = new DynamoCarts(LocalDynamo.client(), shopping, () -> NOON);
          carts.save(Given.cart(HANA));
          return carts;
        });
    stores.put(
        "DynamoOrders",
        () -> {
          var orders = new DynamoOrders(LocalDynamo.client(), shopping, () -> NOON);
          orders.heard(SHOP, Given.order(HANA));
          return orders;
        });
    stores.put(
        "DynamoWatches",
        () -> {
          var watches = new DynamoWatches(LocalDynamo.client(), shopping, () -> NOON);
          watches.add(SHOP, new Watch(HANA, new ProductId(5), new VariantId(51), NOON));
          return watches;
        });
    stores.put(
        "DynamoRecipients",
        () -> {
          var states = new DynamoRecipients(LocalDynamo.client(), recipients);
          states.replace(RecipientState.unknown(SHOP, HANAS));
          return states;
        });
    stores.put(
        "DynamoDeliveries",
        () -> {
          var rows = new DynamoDeliveries(LocalDynamo.client(), deliveries, () -> NOON);
          rows.record(List.of(Given.sent(0), Given.sent(1)));
          return rows;
        });
    stores.put(
        "DynamoNotices",
        () -> {
          var notices = new DynamoNotices(LocalDynamo.client(), deliveries, () -> NOON);
          notices.open(Notices.Notice.of(Given.sent(2).intent(), NOON));
          return notices;
        });
    stores.put(
        "DynamoDataExports",
        () -> {
          var exports = new DynamoDataExports(LocalDynamo.client(), shopping, () -> NOON);
          exports.keep(new DataExport(SHOP, HANA, "1", NOON, List.of()));
          return exports;
        });
  }

  private String table(String name) {
    tables.add(name);
    return name;
  }

  @Test
  void of_anybody_in_any_store_that_holds_persons() throws Exception {
    everyStoreHoldsHana();
    assertThat(stores.keySet()).containsExactlyElementsOf(storesWithPersons());
    Person hana = Person.of(HANA, HANAS);
    for (Supplier<PersonalData> given : stores.values()) {
      PersonalData store = given.get();
      assertThat(store.export(SHOP, hana)).isNotEmpty();
      store.erase(SHOP, hana);
    }
    for (String table : tables) {
      assertThat(LocalDynamo.dump(table)).noneMatch(item -> names(item, HANA));
      assertThat(LocalDynamo.dump(table)).noneMatch(item -> names(item, HANAS));
    }
  }

  /** Found among the compiled classes, so that nobody has to remember. */
  private static SortedSet<String> storesWithPersons() throws Exception {
    Path classes =
        Path.of(DynamoLinks.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(DynamoLinks.class.getPackageName().replace('.', '/'));
    SortedSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> type = Class.forName(DynamoLinks.class.getPackageName() + "." + name);
        if (PersonalData.class.isAssignableFrom(type)) {
          found.add(name);
        }
      }
    }
    return found;
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
