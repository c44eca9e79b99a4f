package dev.musubi.local.world;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Counts the AWS calls that a message of each kind costs: those of the sending itself, and those of
 * every function on its way from the shop's news on, the clock's ticks meanwhile included.
 */
final class CallsByKind {
  private static final int PEOPLE = 50;
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
    world.crowd("v", PEOPLE * 20);
    world.all("v", PEOPLE * 20, "view", TEA);
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
    long all = 0;
    long own = 0;
    for (JsonNode row : world.read("/local/calls")) {
      long calls = row.path("calls").asLong();
      all += calls;
      own += row.path("function").asText().equals("push") ? calls : 0;
    }
    System.out.printf(
        "%7.2f     AWS calls of push, %.2f of all functions, per message: %s (%.0f messages)%n",
        own / messages, all / messages, kind, messages);
  }
}
