package dev.musubi.local.bench;

import java.util.List;

/** Several runs of one measurement: what to quote, and how far to trust it. */
record Spread(List<Double> values) {
  Spread {
    values = values.stream().sorted().toList();
    if (values.isEmpty()) {
      throw new IllegalArgumentException("'values' must not be empty");
    }
  }

  double median() {
    return values.get(values.size() / 2);
  }

  /** Median, and in brackets the least and the most. */
  String told(String unit, int digits) {
    String number = "%." + digits + "f";
    return (number + " %s (" + number + "–" + number + ", %d runs)")
        .formatted(median(), unit, values.getFirst(), values.getLast(), values.size());
  }
}
