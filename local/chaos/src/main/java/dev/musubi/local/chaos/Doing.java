package dev.musubi.local.chaos;

import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Deed;
import dev.musubi.local.simulation.plan.ShopPlan;
import dev.musubi.local.world.Caller;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries deeds out by the world's interface, and notes each with what became of it. */
final class Doing {

  private static final Logger LOG = LoggerFactory.getLogger(Doing.class);

  private final Caller world;
  private final Town town;
  private final Diary diary;
  private final InstantSource clock;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  Doing(Caller world, Town town, Diary diary, InstantSource clock) {
    this.world = world;
    this.town = town;
    this.diary = diary;
    this.clock = clock;
  }

  int count() {
    return count.get();
  }

  /** Those that were not answered with 200: whether they took effect is open. */
  int open() {
    return refused.get();
  }

  /** Answers whether the world did. */
  boolean carryOut(int shop, Deed deed) {
    Act act = new Act("a" + count.incrementAndGet(), clock.instant(), shop, deed);
    diary.acted(act);
    try {
      send(shop, deed);
      diary.told(act);
      return true;
    } catch (UncheckedIOException e) {
      LOG.warn("{} has no answer: {}", deed, e.getMessage());
      refused.incrementAndGet();
      return false;
    }
  }

  private void send(int shop, Deed deed) {
    String handle = town.streets().shops().get(shop).handle();
    if (deed instanceof Deed.Change(ShopPlan.Terms terms)) {
      Map<String, Object> document = terms.document();
      document.put("shop", handle);
      world.send("/local/settings", Json.of(document));
      return;
    }
    Map<String, Object> act = act(deed);
    act.put("shop", handle);
    world.send("/local/acts", Json.of(act));
  }

  private Map<String, Object> act(Deed deed) {
    return switch (deed) {
      case Deed.Follow(int who) -> person(who, "follow");
      case Deed.Block(int who) -> person(who, "block");
      case Deed.Say(int who) -> with(person(who, "say"), "text", "hello");
      case Deed.Prefer(int who, String kind, boolean on) ->
          with(with(person(who, "prefer"), "kind", kind), "on", on);
      case Deed.Unlink(int who) -> with(person(who, "unlink"), "from", "chat");
      case Deed.UnlinkAtShop(int who) -> with(person(who, "unlink"), "from", "shop");
      case Deed.Confirm confirm -> person(confirm.account(), "link");
      case Deed.View(int who, int product) -> with(person(who, "view"), "product", "p" + product);
      case Deed.Buy(int who, int product, int cart) ->
          with(person(who, "buy"), "product", "p" + product);
      case Deed.Redact(int who) -> person(who, "erase");
      case Deed.Stock(int product, boolean sellable) ->
          with(with(named("stock"), "product", "p" + product), "to", sellable ? 100_000 : 0);
      default -> throw new IllegalArgumentException("nobody does this here: " + deed);
    };
  }

  private Map<String, Object> person(int number, String act) {
    return with(named(act), "person", town.person(number).name());
  }

  private static Map<String, Object> named(String act) {
    return with(new TreeMap<>(), "act", act);
  }

  private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
    fields.put(name, value);
    return fields;
  }
}
