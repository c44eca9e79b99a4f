package dev.musubi.local.line;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reply tokens: good once, within a minute of the webhook that brought them, never later than
 * twenty minutes after the event.
 */
final class ReplyTokens {
  private static final Duration AFTER_RECEIPT = Duration.ofMinutes(1);
  private static final Duration AFTER_EVENT = Duration.ofMinutes(20);

  private Map<String, Ticket> tickets = new LinkedHashMap<>();

  private record Ticket(String userId, Instant event, Instant receipt) {}

  void issue(String token, String userId, Instant event) {
    tickets.values().removeIf(ticket -> event.isAfter(ticket.event.plus(AFTER_EVENT)));
    tickets.put(token, new Ticket(userId, event, event));
  }

  /** A redelivered webhook brings its unused token again. */
  void broughtAgain(String token, Instant now) {
    tickets.computeIfPresent(token, (same, ticket) -> new Ticket(ticket.userId, ticket.event, now));
  }

  /** Whom the token answers; empty when it can't be used. */
  Optional<String> holder(String token, Instant now) {
    return Optional.ofNullable(tickets.get(token))
        .filter(ticket -> !now.isAfter(ticket.receipt.plus(AFTER_RECEIPT)))
        .filter(ticket -> !now.isAfter(ticket.event.plus(AFTER_EVENT)))
        .map(Ticket::userId);
  }

  void use(String token) {
    tickets.remove(token);
  }
}
