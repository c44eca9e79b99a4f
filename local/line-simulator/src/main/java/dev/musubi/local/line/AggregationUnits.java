package dev.musubi.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names by which a channel had its messages counted, by month of Japan's calendar. */
final class AggregationUnits {
  private static final int MOST = 1000;

  private Map<String, Set<String>> byMonth = new LinkedHashMap<>();

  /** Notes a request's unit; beyond a thousand a month LINE sends without it and says nothing. */
  void use(JsonNode body, Instant now) {
    for (var unit : body.path("customAggregationUnits")) {
      var used = byMonth.computeIfAbsent(month(now), unseen -> new LinkedHashSet<>());
      if (used.size() < MOST) {
        used.add(unit.asText());
      }
    }
  }

  List<String> usedInMonthOf(Instant now) {
    return List.copyOf(byMonth.getOrDefault(month(now), Set.of()));
  }

  private static String month(Instant now) {
    return YearMonth.from(LocalDate.ofInstant(now, Meter.JAPAN)).toString();
  }
}
