package dev.musubi.core.people;

import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: who is whom. A link is two items, customer to LINE user and LINE user to customer, always
 * written together, so that neither side ever has two partners.
 */
public interface Links extends PersonalData {

  /** Consistent, at most 100 customers; customers without any link or history are absent. */
  Map<CustomerId, Link> find(ShopId shop, List<CustomerId> customers);

  /** Consistent: the customer this LINE user is tied to now. */
  Optional<CustomerId> customerOf(ShopId shop, LineUserId user);

  void open(LinkAttempt attempt);

  /**
   * Ties the attempt's customer to the user and consumes the nonce, both or nothing; {@code
   * eventId} makes a repeated event harmless. Former ties of either side end.
   */
  LinkOutcome complete(ShopId shop, Nonce nonce, LineUserId user, String eventId, Instant now);

  /** Ends the current tie if the stored version is still {@code seen.version()}. */
  Saved end(Link seen, Instant at);
}
