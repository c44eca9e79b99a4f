package dev.musubi.local.shopify.shop;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The storefront's sessions. With {@link #seenLate} the app proxy learns of a login one request too
 * late, as was observed with new customer accounts.
 */
public final class Logins {
  private final Map<String, Long> sessions = new LinkedHashMap<>();
  private final Set<Long> seen = new LinkedHashSet<>();
  private boolean seenLate;

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

  public void seenLate(boolean late) {
    seenLate = late;
    seen.clear();
  }

  /** What {@code logged_in_customer_id} says of this customer's next request. */
  public Optional<Long> asTheProxySees(long customer) {
    boolean known = seen.contains(customer) || !seenLate;
    seen.add(customer);
    return known ? Optional.of(customer) : Optional.empty();
  }

  void forget(long customer) {
    sessions.values().removeIf(c -> c == customer);
    seen.remove(customer);
  }
}
