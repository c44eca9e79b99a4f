package dev.musubi.core.sending;

import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Notification;

/**
 * Port: sends a LINE notification message by phone. There is no retry key: an unclear answer may
 * have been a message, and it is not asked again.
 *
 * @see <a href="https://developers.line.biz/en/reference/line-notification-messages/">LINE
 *     notification messages API reference</a>
 */
public interface Notifier {

  /** {@code tag} comes back in the {@code delivery} event once the message can be seen. */
  WireOutcome notify(ShopId shop, PhoneHash to, SendId tag, Notification message);
}
