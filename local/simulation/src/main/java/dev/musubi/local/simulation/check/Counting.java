package dev.musubi.local.simulation.check;

import dev.musubi.local.simulation.history.Audit;
import dev.musubi.local.simulation.history.Books;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The counters of every shop, kind and day add up, and say what the recorded outcomes say, in the
 * end as in the middle.
 */
final class Counting implements Rule {

  private static final Map<String, String> POLICIES = policies();

  private static Map<String, String> policies() {
    Map<String, String> policies = new HashMap<>();
    for (String name : new String[] {"Uninstalled", "SwitchedOff", "Paused"}) {
      policies.put(name, "shop");
    }
    for (String name : new String[] {"NotLinked", "NotFriend", "Blocked", "Relinked", "Erased"}) {
      policies.put(name, "eligible");
    }
    policies.put("OptedOut", "opt-out");
    policies.put("OnPause", "opt-out");
    policies.put("Capped", "caps");
    policies.put("BudgetSpent", "budget");
    policies.put("QuotaReserved", "quota");
    policies.put("Stale", "stale");
    policies.put("Quiet", "quiet-hours");
    policies.put("InUse", "activity");
    return policies;
  }

  private record Key(int shop, LocalDate day, String kind) {}

  @Override
  public void check(Timeline timeline, Books books, Consumer<Violation> broken) {
    books.audits().forEach(audit -> check(timeline, audit, broken));
  }

  private static void check(Timeline timeline, Audit audit, Consumer<Violation> broken) {
    Map<Key, SortedMap<String, Integer>> counted = new HashMap<>();
    for (Audit.Entry entry : audit.entries()) {
      LocalDate day = timeline.date(entry.shop(), entry.due());
      counted
          .computeIfAbsent(new Key(entry.shop(), day, entry.kind()), key -> new TreeMap<>())
          .merge(name(entry), 1, Integer::sum);
    }
    for (Audit.Sum sum : audit.sums()) {
      Key key = new Key(sum.shop(), sum.day(), sum.kind());
      SortedMap<String, Integer> mine = counted.remove(key);
      int all = sum.outcomes().values().stream().mapToInt(Integer::intValue).sum();
      if (!sum.outcomes().equals(mine) || all != sum.intents()) {
        broken.accept(
            new Violation(
                "counters",
                audit.at(),
                "%s: %d intents, %s instead of %s"
                    .formatted(key, sum.intents(), sum.outcomes(), mine)));
      }
    }
    counted.forEach(
        (key, mine) ->
            broken.accept(new Violation("counters", audit.at(), key + " lacks " + mine)));
  }

  private static String name(Audit.Entry entry) {
    return entry.result().equals("Skipped")
        ? "skipped " + POLICIES.getOrDefault(entry.why(), "wanted")
        : entry.result().toLowerCase(Locale.ROOT);
  }
}
