package dev.musubi.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.world.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads the books by the world's interface, out of its tables and queues, once all is at rest. */
final class WorldBooks implements Books {

  /** What the button of the menu of who is linked carries. */
  private static final String ASK_TO_UNLINK = "musubi:unlink-ask";

  private final Caller world;
  private final Town town;
  private final Tables tables;
  private final Queues queues;
  private final List<Row> rows = new ArrayList<>();
  private final Map<Integer, JsonNode> people = new TreeMap<>();

  WorldBooks(Caller world, Town town, Tables tables, Queues queues) {
    this.world = world;
    this.town = town;
    this.tables = tables;
    this.queues = queues;
    for (JsonNode one : world.read("/local/world").path("people")) {
      town.find(one.path("person").asText()).ifPresent(person -> people.put(person.number(), one));
    }
    for (int shop = 0; shop < Streets.SHOPS; shop++) {
      read(shop, town.streets().shops().get(shop).handle());
    }
  }

  private void read(int shop, String handle) {
    for (JsonNode row : world.read("/local/outcomes?lang=en&shop=" + handle)) {
      Optional<Person> person = town.find(row.path("person").asText());
      String outcome = row.path("outcome").asText();
      rows.add(
          new Row(
              shop,
              person.map(Person::number).orElse(-1),
              row.path("kind").asText(),
              row.path("occurrence").asText(),
              row.path("sendId").asText(),
              outcome.charAt(0) + outcome.substring(1).toLowerCase(Locale.ROOT),
              Optional.of(row.path("reason").asText()).filter(why -> !why.isEmpty())));
    }
  }

  @Override
  public List<Row> rows() {
    return rows;
  }

  @Override
  public OptionalInt linked(int shop, int customer) {
    boolean linked = told(customer).path("linked").asBoolean();
    return linked ? OptionalInt.of(customer) : OptionalInt.empty();
  }

  @Override
  public boolean tagged(int shop, int customer) {
    return told(customer).path("tagged").asBoolean();
  }

  /**
   * Who was linked from the start is so in the tables, and got no menu by it; who blocks the
   * account is shown none.
   */
  @Override
  public boolean linkedMenu(int shop, int account) {
    Person person = town.person(account);
    JsonNode phone =
        world.read("/local/phone?shop=%s&person=%s".formatted(town.handle(person), person.name()));
    return person.hasMenu() && phone.path("friend").asBoolean()
        ? phone.path("richMenu").toString().contains(ASK_TO_UNLINK)
        : linked(shop, account).isPresent();
  }

  @Override
  public List<String> traces(OptionalInt customer, OptionalInt account) {
    List<String> traces = new ArrayList<>();
    customer.ifPresent(
        number ->
            traces.addAll(
                tables.holding(
                    town.handle(town.person(number)),
                    "\\b%d\\b".formatted(told(number).path("customerId").asLong()))));
    account.ifPresent(
        number ->
            traces.addAll(
                tables.holding(
                    town.handle(town.person(number)), told(number).path("lineUserId").asText())));
    return traces;
  }

  private JsonNode told(int number) {
    return people.get(number);
  }

  @Override
  public boolean atRest() {
    return queues.empty();
  }
}
