package dev.musubi.core.people;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The tie between a customer and a LINE account with its history, newest last, at most {@value
 * #LONGEST_HISTORY}.
 */
public record Link(
    ShopId shop,
    CustomerId customer,
    Optional<Tie> current,
    List<PastTie> history,
    Version version) {

  public static final int LONGEST_HISTORY = 20;

  public Link {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(customer, "'customer' must not be null");
    Objects.requireNonNull(current, "'current' must not be null");
    Objects.requireNonNull(version, "'version' must not be null");
    history = List.copyOf(history);
  }

  public static Link none(ShopId shop, CustomerId customer) {
    return new Link(shop, customer, Optional.empty(), List.of(), Version.NONE);
  }

  public boolean tiedTo(LineUserId user) {
    return current.filter(tie -> tie.lineUser().equals(user)).isPresent();
  }

  /** The same link after its current tie, if it has one, ended. */
  public Link ended(Instant at) {
    return new Link(shop, customer, Optional.empty(), historyAt(at), version);
  }

  /** The same link tied to another account; the former one goes into the history. */
  public Link tied(Tie tie) {
    return new Link(shop, customer, Optional.of(tie), historyAt(tie.since()), version);
  }

  private List<PastTie> historyAt(Instant until) {
    List<PastTie> all = new ArrayList<>(history);
    current.map(tie -> tie.ended(until)).ifPresent(all::add);
    return all.subList(Math.max(0, all.size() - LONGEST_HISTORY), all.size());
  }
}
