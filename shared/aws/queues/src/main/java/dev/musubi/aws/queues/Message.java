package dev.musubi.aws.queues;

import dev.musubi.core.shop.ShopId;
import java.util.Objects;

/** One message to be: its shop, whose fair share of the queue it takes, and its body. */
record Message(ShopId shop, String body) {

  Message {
    Objects.requireNonNull(shop, "'shop' must not be null");
    Objects.requireNonNull(body, "'body' must not be null");
  }
}
