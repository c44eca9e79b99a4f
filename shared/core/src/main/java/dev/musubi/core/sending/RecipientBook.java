package dev.musubi.core.sending;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.shop.ShopId;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads and changes one recipient's item, again on what stands there if somebody was faster. */
public final class RecipientBook {

  private final Recipients recipients;

  public RecipientBook(Recipients recipients) {
    this.recipients = recipients;
  }

  public RecipientState read(ShopId shop, LineUserId user) {
    return recipients.find(shop, List.of(user)).get(user);
  }

  /** What stands after the change; a change that changes nothing writes nothing. */
  public RecipientState change(ShopId shop, LineUserId user, UnaryOperator<RecipientState> change) {
    RecipientState current = read(shop, user);
    while (true) {
      RecipientState next = change.apply(current);
      if (next.equals(current)) {
        return current;
      }
      switch (recipients.replace(next)) {
        case Recipients.Replaced.Done(RecipientState stored) -> {
          return stored;
        }
        case Recipients.Replaced.Lost(RecipientState newer) -> current = newer;
      }
    }
  }
}
