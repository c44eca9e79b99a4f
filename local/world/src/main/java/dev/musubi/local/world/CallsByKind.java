package dev.musubi.local.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Counts the AWS calls that a message of each kind costs: those of the sending itself, and those of
 * every function on its way from the shop's news on, the clock's ticks meanwhile included; and
 * DynamoDB's units, of all of them together.
 */
final class CallsByKind {
  private static final int PEOPLE = 50;
  private static final List<String> READS = List.of("BatchGetItem", "GetItem", "Query", "Scan");
  private static final String TEA = "\"product\":\"sencha-asagiri\"";
  private static final String BOWL = "\"product\":\"yunomi-ai\"";

  private final Caller world;

  CallsByKind(Caller world) {
    this.world = world;
  }

  void measure() {
    world.settings(
        """
        "CART":{"enabled":true},"ORDER":{"enabled":true},"SHIPPING":{"enabled":true},\
        "RESTOCK":{"enabled":true}""");
    browse();
    world.walkTo("2026-03-12T10:00:00+09:00");
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
    world.crowd("v", PEOPLE * 20);
    world.all("v", PEOPLE * 20, "view", TEA);
    world.walkTo("2026-03-11T17:59:00+09:00");
    counted("BROWSE", () -> world.walkTo("2026-03-11T18:00:00+09:00"));
  }

  private void restock() {
    world.crowd("w", PEOPLE);
    stock(0);
    world.all("w", PEOPLE, "subscribe", BOWL);
    stock(PEOPLE);
    counted("RESTOCK", () -> world.walkTo("2026-03-12T12:15:00+09:00"));
  }

  private void stock(int to) {
    world.send(
        "/local/acts",
        "{\"shop\":\"%s\",\"act\":\"stock\",\"to\":%d,%s}".formatted(Caller.SHOP, to, BOWL));
    world.idle();
  }

  private void counted(String kind, Runnable news) {
    world.send("/local/calls", "{\"reset\":true}");
    long before = world.messages("", "push");
    news.run();
    world.idle();
    double messages = world.messages("", "push") - before;
    long all = 0;
    long own = 0;
    double written = 0;
    double read = 0;
    for (JsonNode row : world.read("/local/calls")) {
      long calls = row.path("calls").asLong();
      all += calls;
      own += row.path("function").asText().equals("push") ? calls : 0;
      double units = row.path("units").asDouble();
      boolean reads = READS.contains(row.path("action").asText());
      read += reads ? units : 0;
      written += reads ? 0 : units;
    }
    System.out.printf(
        "%7.2f     AWS calls of push, %.2f of all functions, %.2f write units and %.2f read units,"
            + " per message: %s (%.0f messages)%n",
        own / messages, all / messages, written / messages, read / messages, kind, messages);
  }
}
