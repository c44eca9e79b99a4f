package dev.musubi.core.sending;

import dev.musubi.core.people.Addressee;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Port: what became of every intent, one row each, readable by addressee and by day. */
public interface Deliveries extends PersonalData {

  /**
   * Writes each row unless a higher or the same result stands there; throws if any could not be
   * written.
   */
  void record(List<Delivery> deliveries);

  /** Consistent: the row of that intent. */
  Optional<Delivery> find(SendIntent intent);

  /** An addressee's rows, newest intent first, at most {@code limit}. */
  List<Delivery> of(ShopId shop, Addressee to, int limit);

  /**
   * The rows of intents due on that UTC date, in the order of their time; may be stale by seconds.
   */
  List<Delivery> on(ShopId shop, LocalDate day);
}
