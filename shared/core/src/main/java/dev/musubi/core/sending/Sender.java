package dev.musubi.core.sending;

import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.ReplyToken;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.wording.Rendered;

/** Port: sends to LINE; it never throws for what LINE or the network does. */
public interface Sender {

  WireOutcome push(ShopId shop, RetryKey key, LineUserId to, Rendered message);

  /** At most once: there is no retry key, so an unclear answer is the end of it. */
  WireOutcome reply(ShopId shop, ReplyToken token, Rendered message);
}
