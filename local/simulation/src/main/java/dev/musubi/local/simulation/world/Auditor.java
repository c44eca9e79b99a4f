package dev.musubi.local.simulation.world;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.CustomerId;
import dev.musubi.core.sending.Delivery;
import dev.musubi.core.shop.ShopId;
import dev.musubi.local.simulation.history.Audit;
import dev.musubi.local.simulation.history.Books;
import dev.musubi.local.simulation.plan.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Asks what an operator asks: the counters of a day, and what was exported of a customer. */
final class Auditor {

  private final Plan plan;
  private final Stores stores;
  private final UnaryOperator<Map<String, Object>> settings;
  private final List<Audit> audits = new ArrayList<>();

  Auditor(Plan plan, Stores stores, UnaryOperator<Map<String, Object>> settings) {
    this.plan = plan;
    this.stores = stores;
    this.settings = settings;
  }

  /** Every look so far. */
  List<Audit> audits() {
    return List.copyOf(audits);
  }

  void look(Instant now) {
    List<Audit.Sum> sums = new ArrayList<>();
    List<Audit.Entry> entries = new ArrayList<>();
    for (int shop = 0; shop < plan.shops().size(); shop++) {
      TreeSet<LocalDate> days = new TreeSet<>();
      for (Delivery row : rows(shop)) {
        entries.add(entry(shop, row));
        days.add(row.intent().due().atZone(plan.shops().get(shop).zone()).toLocalDate());
      }
      for (LocalDate day : days) {
        sums(shop, day, sums);
      }
    }
    audits.add(new Audit(now, sums, entries));
  }

  private List<Delivery> rows(int shop) {
    List<Delivery> rows = new ArrayList<>();
    for (int customer : Customers.of(plan)) {
      Addressee to = new Addressee.Customer(new CustomerId(customer));
      rows.addAll(stores.deliveries().of(id(shop), to, Integer.MAX_VALUE));
    }
    return rows;
  }

  private static Audit.Entry entry(int shop, Delivery row) {
    return new Audit.Entry(
        shop,
        row.intent().due(),
        row.intent().subject().kind().name(),
        row.result().getClass().getSimpleName(),
        row.result().reason().map(why -> why.getClass().getSimpleName()).orElse(""));
  }

  private void sums(int shop, LocalDate day, List<Audit.Sum> sums) {
    Map<String, Object> request = request(shop, "counts");
    request.put("day", day.toString());
    map(settings.apply(request).get("counts"))
        .forEach((kind, counts) -> sums.add(sum(shop, day, kind, map(counts))));
  }

  private static Audit.Sum sum(int shop, LocalDate day, String kind, Map<String, Object> counts) {
    SortedMap<String, Integer> outcomes = new TreeMap<>();
    counts.forEach(
        (what, count) -> {
          if (what.equals("skipped")) {
            map(count).forEach((policy, many) -> put(outcomes, "skipped " + policy, many));
          } else if (!what.equals("intents")) {
            put(outcomes, what, count);
          }
        });
    return new Audit.Sum(shop, day, kind, (int) counts.get("intents"), outcomes);
  }

  private static void put(SortedMap<String, Integer> outcomes, String what, Object count) {
    if (!count.equals(0)) {
      outcomes.put(what, (int) count);
    }
  }

  /** What was written down for the customer, the oldest request first. */
  List<Books.Export> exports(int shop, int customer) {
    Map<String, Object> request = request(shop, "export");
    request.put("customer", Integer.toString(customer));
    List<Books.Export> exports = new ArrayList<>();
    for (Object one : (Collection<?>) settings.apply(request).get("exports")) {
      exports.add(new Books.Export(map(one).get("request").toString(), one.toString()));
    }
    return exports;
  }

  private Map<String, Object> request(int shop, String operation) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("shop", plan.shops().get(shop).handle());
    request.put("operation", operation);
    return request;
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new TreeMap<>();
    ((Map<?, ?>) value).forEach((name, field) -> map.put(String.valueOf(name), field));
    return map;
  }

  private ShopId id(int shop) {
    return new ShopId(plan.shops().get(shop).handle());
  }
}
