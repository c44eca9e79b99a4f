package dev.musubi.core.sending;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.util.List;
import java.util.Map;

/** Port: one versioned item per LINE user of a shop. */
public interface Recipients extends PersonalData {

  /**
   * Consistent, at most 100 users; who is not stored yet comes as {@link RecipientState#unknown}.
   */
  Map<LineUserId, RecipientState> find(ShopId shop, List<LineUserId> users);

  /** Stores {@code next} one version on, if the stored version is still {@code next.version()}. */
  Replaced replace(RecipientState next);

  /** What became of a replacement; the loser learns what stands there. */
  sealed interface Replaced {

    record Done(RecipientState stored) implements Replaced {}

    record Lost(RecipientState current) implements Replaced {}
  }
}
