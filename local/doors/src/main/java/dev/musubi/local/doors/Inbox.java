package dev.musubi.local.doors;

import dev.musubi.aws.queues.RawLine;
import dev.musubi.aws.queues.RawShopify;
import java.util.List;

/** Where the webhooks' doors put what they have verified. */
public interface Inbox {

  void line(List<RawLine> events);

  void shopify(RawShopify webhook);

  /** What comes in bursts has a queue of its own. */
  void stock(RawShopify webhook);
}
