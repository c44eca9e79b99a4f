package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.Fate;
import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.Objects;

/** A message that something decided to send, not yet judged; past {@code notAfter} it is stale. */
public record SendIntent(
    ShopId shop, Addressee to, Subject subject, Lane lane, Instant due, Instant notAfter)
    implements Work {

  public SendIntent {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(to, "'to' must not be null");
    Objects.requireNonNull(subject, "'subject' must not be null");
    Objects.requireNonNull(lane, "'lane' must not be null");
    Objects.requireNonNull(due, "'due' must not be null");
    Objects.requireNonNull(notAfter, "'notAfter' must not be null");
    if (notAfter.isBefore(due)) {
      throw new IllegalArgumentException("'notAfter' must not be before 'due'");
    }
  }

  public SendId id() {
    return SendId.of(shop, to, subject);
  }

  /** The same message for somebody else: another send, with another id. */
  public SendIntent to(Addressee other) {
    return new SendIntent(shop, other, subject, lane, due, notAfter);
  }

  /** The same message for who stands for its customer now. */
  public SendIntent following(Fate fate) {
    return fate instanceof Fate.MergedInto
        ? to(new Addressee.Customer(fate.standing(to.customer())))
        : this;
  }

  /** The same message, of use for longer or shorter; its identity and its row stay as they are. */
  public SendIntent goodUntil(Instant changed) {
    return new SendIntent(shop, to, subject, lane, due, changed);
  }

  /**
   * What is back is told in waves: of two customers who were merged each may have had a turn, at
   * another time and with a row of its own.
   */
  @Override
  public String name() {
    return subject instanceof Subject.Restocked
        ? id().hex() + "-" + Long.toString(due.getEpochSecond(), Character.MAX_RADIX)
        : id().hex();
  }
}
