package dev.musubi.core.sending;

import dev.musubi.core.shop.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hears from LINE that a notification message can be seen: only then does it count as sent. */
public final class Receipts {

  private final Notices notices;
  private final Deliveries deliveries;

  public Receipts(Notices notices, Deliveries deliveries) {
    this.notices = notices;
    this.deliveries = deliveries;
  }

  /** A tag of nobody, of another shop or of long ago changes nothing; neither does a repetition. */
  public void delivered(ShopId shop, SendId tag, Instant at) {
    notices
        .find(shop, tag)
        .map(
            notice ->
                new Delivery(
                    notice.intent(), new Result.Sent("delivery " + tag), Optional.empty(), at))
        .ifPresent(row -> deliveries.record(List.of(row)));
  }
}
