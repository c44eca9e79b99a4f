package dev.musubi.local.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * Counts the AWS calls that a message of each kind costs: those of the sending itself, and those of
 * every function on its way from the shop's news on, the clock's ticks meanwhile included; and
 * DynamoDB's units, of all of them together.
 */
public final class CallsByKind {
  private static final int PEOPLE = 50;
  private static final int VIEWERS = 400;
  private static final List<String> READS = List.of("BatchGetItem", "GetItem", "Query", "Scan");
  private static final String TEA = "\"product\":\"sencha-asagiri\"";
  private static final String BOWL = "\"product\":\"yunomi-ai\"";

  private final Caller world;

  /** Counts in this world, which begins on 10 March 2026 at noon in Tokyo. */
  public CallsByKind(Caller world) {
    this.world = world;
  }

  /** Prints a line a kind to stdout. */
  public void measure() {
    world.settings(
        """
        "CART":{"enabled":true},"ORDER":{"enabled":true},"SHIPPING":{"enabled":true},\
        "RESTOCK":{"enabled":true}""");
    browse();
    world.walkTo("2026-03-12T10:00:00+09:00");
    world.stock(TEA, PEOPLE * 10);
    world.crowd("o", PEOPLE);
    counted("ORDER", () -> world.all("o", PEOPLE, "buy", TEA));
    counted("SHIPPING", () -> world.all("o", PEOPLE, "ship", ""));
    world.crowd("c", PEOPLE);
    world.all("c", PEOPLE, "cart", TEA);
    world.idle();
    counted("CART", () -> world.walkTo("2026-03-12T11:30:00+09:00"));
    restock();
  }

  private void browse() {
    world.crowd("v", VIEWERS);
    world.all("v", VIEWERS, "view", TEA);
    world.walkTo("2026-03-11T17:59:00+09:00");
    counted("BROWSE", () -> world.walkTo("2026-03-11T18:00:00+09:00"));
  }

  private void restock() {
    world.crowd("w", PEOPLE);
    world.stock(BOWL, 0);
    world.idle();
    world.all("w", PEOPLE, "subscribe", BOWL);
    world.stock(BOWL, PEOPLE);
    world.idle();
    counted("RESTOCK", () -> world.walkTo("2026-03-12T12:15:00+09:00"));
  }

  private void counted(String kind, Runnable news) {
    world.send("/local/calls", "{\"reset\":true}");
    long before = world.messages("", "push");
    news.run();
    world.idle();
    double messages = world.messages("", "push") - before;
    JsonNode rows = world.read("/local/calls");
    double read = units(rows, READS::contains);
    System.out.printf(
        "%7.2f     AWS calls of push, %.2f of all functions (%.2f SQS, %.2f Scheduler), %.2f write"
            + " units and %.2f read units, per message: %s (%.0f messages)%n",
        calls(rows, row -> row.path("function").asText().equals("push")) / messages,
        calls(rows, row -> true) / messages,
        calls(rows, row -> row.path("service").asText().equals("sqs")) / messages,
        calls(rows, row -> row.path("service").asText().equals("scheduler")) / messages,
        (units(rows, action -> true) - read) / messages,
        read / messages,
        kind,
        messages);
  }

  private static double calls(JsonNode rows, Predicate<JsonNode> which) {
    return rows.valueStream().filter(which).mapToLong(row -> row.path("calls").asLong()).sum();
  }

  private static double units(JsonNode rows, Predicate<String> actions) {
    return rows.valueStream()
        .filter(row -> actions.test(row.path("action").asText()))
        .mapToDouble(row -> row.path("units").asDouble())
        .sum();
  }
}
