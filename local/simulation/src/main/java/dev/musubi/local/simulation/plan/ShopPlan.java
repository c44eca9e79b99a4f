package dev.musubi.local.simulation.plan;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop as it begins; {@code monthly} is what LINE lets it send, if that is limited. */
public record ShopPlan(
    String handle,
    ZoneId zone,
    String language,
    int products,
    Terms terms,
    Optional<Monthly> monthly) {

  /** Products of every shop that are counted, sold out at first, and waited for. */
  public static final List<Integer> SCARCE = List.of(51, 52);

  /** LINE's limit of messages, and how many of them nothing promotional may use. */
  public record Monthly(long limit, int reserve) {}

  /** At most so many messages in so many days. */
  public record Limit(int messages, int days) {

    Map<String, Object> document() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("messages", messages);
      document.put("days", days);
      return document;
    }
  }

  /** The local times from which and to which nothing promotional is sent; equal: never. */
  public record Quiet(LocalTime from, LocalTime to) {

    public boolean contains(LocalTime time) {
      return from.isBefore(to)
          ? !time.isBefore(from) && time.isBefore(to)
          : from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    /** How long the window is on a day without a change of clocks. */
    public Duration length() {
      Duration between = Duration.between(from, to);
      return between.isNegative() ? between.plusDays(1) : between;
    }
  }

  /** When carts that were left behind are reminded of, and how often. */
  public record Cart(List<Duration> after, Limit cap) {
    public Cart {
      after = List.copyOf(after);
    }

    private Map<String, Object> document() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("after", after.stream().map(Duration::toString).toList());
      document.put("cap", cap.document());
      return document;
    }
  }

  /** How orders and parcels are told of: at night too, and by phone to who is no friend. */
  public record Service(boolean atNight, boolean byPhone) {

    private Map<String, Object> document() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("atNight", atNight);
      document.put("byPhone", byPhone ? template() : null);
      return document;
    }

    private static Map<String, Object> template() {
      Map<String, Object> items = new LinkedHashMap<>();
      items.put("order", "{number}");
      items.put("status", "{status}");
      Map<String, Object> template = new LinkedHashMap<>();
      template.put("template", "order_status");
      template.put("items", items);
      template.put("buttons", new LinkedHashMap<>());
      return template;
    }
  }

  /** How often one wish tells of a product that is back: once, or each time until it is bought. */
  public record Restock(boolean untilBought) {

    private Map<String, Object> document() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("repeat", untilBought ? "until-bought" : "once");
      return document;
    }
  }

  /** The kinds beside yesterday's views that a shop has switched on. */
  public record Kinds(Optional<Cart> cart, Optional<Service> service, Optional<Restock> restock) {
    public static final Kinds NONE =
        new Kinds(Optional.empty(), Optional.empty(), Optional.empty());

    public Kinds with(Restock chosen) {
      return new Kinds(cart, service, Optional.of(chosen));
    }
  }

  /** What a merchant promises: when, how often, and at which hour yesterday's views are sent. */
  public record Terms(
      Quiet quiet,
      Limit cap,
      Optional<Limit> budget,
      boolean browse,
      LocalTime browseAt,
      Kinds others) {

    /** The whole of it as a settings document. */
    public Map<String, Object> document() {
      Map<String, Object> quietHours = new LinkedHashMap<>();
      quietHours.put("from", quiet.from().toString());
      quietHours.put("to", quiet.to().toString());
      Map<String, Object> kind = new LinkedHashMap<>();
      kind.put("enabled", browse);
      kind.put("at", browseAt.toString());
      kind.put("cap", cap.document());
      Map<String, Object> kinds = new LinkedHashMap<>();
      kinds.put("BROWSE", kind);
      kinds.put("CART", kind(others.cart().map(Cart::document)));
      kinds.put("RESTOCK", kind(others.restock().map(Restock::document)));
      kinds.put("ORDER", kind(others.service().map(Service::document)));
      kinds.put("SHIPPING", kind(others.service().map(Service::document)));
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("quietHours", quietHours);
      document.put("contactBudget", budget.map(Limit::document).orElse(null));
      document.put("kinds", kinds);
      return document;
    }

    private static Map<String, Object> kind(Optional<Map<String, Object>> on) {
      Map<String, Object> document = on.orElseGet(LinkedHashMap::new);
      document.put("enabled", on.isPresent());
      return document;
    }

    /** The same terms with other kinds beside yesterday's views. */
    Terms with(Kinds kinds) {
      return new Terms(quiet, cap, budget, browse, browseAt, kinds);
    }

    /** The same terms with yesterday's views never sent. */
    Terms withoutBrowse() {
      return new Terms(quiet, cap, budget, false, browseAt, others);
    }
  }
}
