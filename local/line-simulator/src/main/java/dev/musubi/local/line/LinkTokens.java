package dev.musubi.local.line;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Link tokens: good once, for ten minutes. */
final class LinkTokens {
  private static final Duration LIFE = Duration.ofMinutes(10);

  private Map<String, Ticket> tickets = new LinkedHashMap<>();

  private record Ticket(String userId, Instant issued, boolean used) {}

  void issue(String token, String userId, Instant now) {
    tickets.put(token, new Ticket(userId, now, false));
  }

  /** Whether this channel gave the token out, however long ago. */
  boolean issued(String token) {
    return tickets.containsKey(token);
  }

  /** For whom the token is still good. */
  Optional<String> holder(String token, Instant now) {
    return Optional.ofNullable(tickets.get(token))
        .filter(ticket -> !ticket.used && now.isBefore(ticket.issued.plus(LIFE)))
        .map(Ticket::userId);
  }

  /** Spends the token, also one of another server's making. */
  void use(String token, String userId, Instant now) {
    tickets.put(token, new Ticket(userId, now, true));
  }
}
