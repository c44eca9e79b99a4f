package dev.musubi.local.simulation.plan;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A shop as it begins; {@code monthly} is LINE's limit of its plan, if it has one. */
public record ShopPlan(
    String handle, ZoneId zone, String language, int products, Terms terms, OptionalLong monthly) {

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

  /** What a merchant promises: when, how often, and at which hour yesterday's views are sent. */
  public record Terms(
      Quiet quiet, Limit cap, Optional<Limit> budget, boolean browse, LocalTime browseAt) {

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
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("quietHours", quietHours);
      document.put("contactBudget", budget.map(Limit::document).orElse(null));
      document.put("kinds", kinds);
      return document;
    }
  }
}
