package dev.musubi.local.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs measurements one after the other: those that are named, else all. {@code --size=0.1} before
 * the names makes them a tenth as large, to see that they work.
 */
public final class Bench {
  private static final String SIZE = "--size=";

  private Bench() {}

  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    Size size =
        given.stream()
            .filter(argument -> argument.startsWith(SIZE))
            .map(argument -> new Size(Double.parseDouble(argument.substring(SIZE.length()))))
            .findFirst()
            .orElse(Size.FULL);
    List<String> names = given.stream().filter(name -> !name.startsWith(SIZE)).toList();
    Map<String, Measurement> all = measurements(size);
    List<String> unknown = names.stream().filter(name -> !all.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      System.err.printf("There is no %s; there are %s.%n", unknown, all.keySet());
      System.exit(2);
    }
    all.forEach(
        (name, measurement) -> {
          if (names.isEmpty() || names.contains(name)) {
            System.out.printf("%n== %s%n", name);
            measurement.measure();
          }
        });
    System.exit(0);
  }

  private static Map<String, Measurement> measurements(Size size) {
    Map<String, Measurement> all = new LinkedHashMap<>();
    all.put("cold-starts", new ColdStarts(size));
    all.put("calls", new Calls());
    all.put("webhooks", new Webhooks(size));
    all.put("replays", new Replays(size));
    all.put("push-rates", new PushRates(size));
    all.put("browse-runs", new BrowseRuns(size));
    all.put("run-in-process", new RunInProcess(size));
    all.put("many-shops", new ManyShops(size));
    all.put("neighbours", new Neighbours(size));
    all.put("due-at-once", new DueAtOnce(size));
    return all;
  }
}
