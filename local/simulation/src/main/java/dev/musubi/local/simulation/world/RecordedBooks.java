package dev.musubi.local.simulation.world;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.sending.Reason;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.simulation.history.Audit;
import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Reads the books out of the stores: the only place that knows how the product keeps them. */
final class RecordedBooks implements Books {

  private final Plan plan;
  private final Stores stores;
  private final Dispatch dispatch;
  private final LinePlatform line;
  private final Auditor auditor;

  RecordedBooks(Plan plan, Stores stores, Dispatch dispatch, LinePlatform line, Auditor auditor) {
    this.auditor = auditor;
    this.plan = plan;
    this.stores = stores;
    this.dispatch = dispatch;
    this.line = line;
  }

  @Override
  public List<Row> rows() {
    TreeSet<Integer> customers = Customers.of(plan);
    List<Row> rows = new ArrayList<>();
    for (int shop = 0; shop < plan.shops().size(); shop++) {
      for (int customer : customers) {
        Addressee to = new Addressee.Customer(new CustomerId(customer));
        for (Delivery row : stores.deliveries().of(id(shop), to, Integer.MAX_VALUE)) {
          rows.add(row(shop, customer, row));
        }
      }
    }
    return rows;
  }

  private static Row row(int shop, int customer, Delivery row) {
    return new Row(
        shop,
        customer,
        row.intent().subject().kind().name(),
        Numbers.shown(row.intent().subject().kind(), row.intent().subject().occurrence()),
        row.intent().subject().occurrence(),
        row.result().getClass().getSimpleName(),
        row.result().reason().map(RecordedBooks::name));
  }

  private static String name(Reason reason) {
    return reason.getClass().getSimpleName();
  }

  @Override
  public OptionalInt linked(int shop, int customer) {
    CustomerId id = new CustomerId(customer);
    return Optional.ofNullable(stores.links().find(id(shop), List.of(id)).get(id))
        .flatMap(Link::current)
        .map(tie -> OptionalInt.of(Numbers.account(tie.lineUser())))
        .orElse(OptionalInt.empty());
  }

  @Override
  public boolean tagged(int shop, int customer) {
    return stores.tags().tagged(id(shop), new CustomerId(customer));
  }

  @Override
  public boolean linkedMenu(int shop, int account) {
    return line.linkedMenu(shop, account);
  }

  @Override
  public List<String> traces(OptionalInt customer, OptionalInt account) {
    List<Object> looked = new ArrayList<>();
    customer.ifPresent(number -> looked.add(new CustomerId(number)));
    account.ifPresent(number -> looked.add(Numbers.user(number)));
    List<String> traces = new ArrayList<>();
    for (Object store : stores.all()) {
      if (new Traces(looked).in(store)) {
        traces.add(name(store));
      }
    }
    for (String body : dispatch.bodies()) {
      for (Object who : looked) {
        String name = who instanceof LineUserId user ? user.value() : who.toString();
        if (body.contains("\"" + name + "\"")) {
          traces.add("a queue");
        }
      }
    }
    return traces;
  }

  private static String name(Object store) {
    return store.getClass().getSimpleName().replace("Memory", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Export> exports(int shop, int customer) {
    return auditor.exports(shop, customer);
  }

  @Override
  public List<Audit> audits() {
    return auditor.audits();
  }

  @Override
  public boolean atRest() {
    return dispatch.empty();
  }

  private ShopId id(int shop) {
    return new ShopId(plan.shops().get(shop).handle());
  }
}
