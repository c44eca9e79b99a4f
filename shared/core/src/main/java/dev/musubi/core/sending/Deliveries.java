package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: what became of every intent, one row each, readable by addressee and by day, kept for 400
 * days after the intent was due.
 */
public interface Deliveries extends PersonalData {

  Duration KEPT = Duration.ofDays(400);

  /**
   * Writes each row unless a result of a higher rank stands there, or another of the same rank;
   * throws if any could not be written. Sent may be written over sent.
   */
  void record(List<Delivery> deliveries);

  /** Consistent: the row of that intent. */
  Optional<Delivery> find(SendIntent intent);

  /** Consistent: the rows of at most 100 intents; those without one are absent. */
  Map<SendId, Delivery> find(List<SendIntent> intents);

  /** An addressee's rows, newest intent first, at most {@code limit}. */
  List<Delivery> of(ShopId shop, Addressee to, int limit);

  /**
   * The rows of intents due on that UTC date, in the order of their time; may be stale by seconds.
   */
  List<Delivery> on(ShopId shop, LocalDate day);
}
