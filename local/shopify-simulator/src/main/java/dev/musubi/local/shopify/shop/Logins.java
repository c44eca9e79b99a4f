package dev.musubi.local.shopify.shop;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The storefront's sessions, and what the app proxy learns of them. */
public final class Logins {
  private final Map<String, Long> sessions = new LinkedHashMap<>();
  private final Set<Long> seen = new LinkedHashSet<>();
  private final Map<Long, Boolean> consents = new LinkedHashMap<>();
  private Seen how = Seen.AT_ONCE;

  /** When the app proxy learns of a login: with new customer accounts perhaps late, or never. */
  public enum Seen {
    AT_ONCE,
    ONE_REQUEST_LATE,
    NEVER
  }

  public void login(String session, long customer) {
    sessions.put(session, customer);
    seen.remove(customer);
  }

  public void logout(String session) {
    sessions.remove(session);
  }

  public Optional<Long> customer(String session) {
    return Optional.ofNullable(sessions.get(session));
  }

  public void seen(Seen to) {
    how = to;
    seen.clear();
  }

  public Seen seen() {
    return how;
  }

  /** What {@code logged_in_customer_id} says of this customer's next request. */
  public Optional<Long> asTheProxySees(long customer) {
    boolean known =
        switch (how) {
          case AT_ONCE -> true;
          case ONE_REQUEST_LATE -> seen.contains(customer);
          case NEVER -> false;
        };
    seen.add(customer);
    return Optional.of(customer).filter(c -> known);
  }

  /** Whether the customer lets the shop use what they look at. */
  public void consent(long customer, boolean given) {
    consents.put(customer, given);
  }

  /** Empty before they were asked. */
  public Optional<Boolean> consent(long customer) {
    return Optional.ofNullable(consents.get(customer));
  }

  void forget(long customer) {
    consents.remove(customer);
    sessions.values().removeIf(c -> c == customer);
    seen.remove(customer);
  }
}
