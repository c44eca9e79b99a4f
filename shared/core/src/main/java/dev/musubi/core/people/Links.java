package dev.musubi.core.people;

import dev.musubi.core.shop.Entropy;
import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: who is whom. A link is two items, customer to LINE user and LINE user to customer, always
 * written together, so that neither side ever has two partners.
 */
public interface Links extends PersonalData {

  /** Longer than anything that is under way stays so: the longest delay, retries and redrives. */
  Duration REMEMBERED = Duration.ofDays(30);

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
  default Saved end(Link seen, Instant at) {
    return end(seen, at, PastTie.End.WANTED);
  }

  Saved end(Link seen, Instant at, PastTie.End why);

  /**
   * Consistent, at most 100 customers: each customer's link and what became of the number; what was
   * erased or moved longer than {@link #REMEMBERED} ago stands again.
   */
  Map<CustomerId, Known> know(ShopId shop, List<CustomerId> customers);

  /** Consistent: whether nothing may be kept of this customer. */
  default boolean erased(ShopId shop, CustomerId customer) {
    return know(shop, List.of(customer)).get(customer).fate() instanceof Fate.Erased;
  }

  /**
   * Remembers for {@link #REMEMBERED}, by keyed hashes alone, that this person was erased, and
   * answers the hash. The key is the shop's own, made of {@code entropy} when it is first needed.
   */
  String bury(ShopId shop, Person person, Instant at, Entropy entropy);

  /**
   * The hash under which an erasure of that customer is proven, if the shop ever erased anybody.
   */
  Optional<String> hash(ShopId shop, CustomerId customer);

  /** Consistent: when that LINE user was erased, if that is remembered. */
  Optional<Instant> erased(ShopId shop, LineUserId user);
}
