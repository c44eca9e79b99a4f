package dev.musubi.testkit.memory;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ShopTopic;
import dev.musubi.core.shopping.Subscriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The webhooks that shops send, of which any can be lost. */
public final class MemorySubscriptions implements Subscriptions {

  private final Map<ShopId, Set<ShopTopic>> topics = new HashMap<>();
  private boolean down;

  public synchronized void lose(ShopId shop, ShopTopic topic) {
    of(shop).remove(topic);
  }

  public synchronized void down(boolean on) {
    down = on;
  }

  /** In the order of the topics. */
  public synchronized List<ShopTopic> sent(ShopId shop) {
    return List.copyOf(of(shop));
  }

  @Override
  public synchronized List<ShopTopic> complete(ShopId shop, List<ShopTopic> wanted) {
    if (down) {
      throw new UncheckedIOException(new IOException("Shopify does not answer"));
    }
    List<ShopTopic> missing = new ArrayList<>(wanted);
    missing.removeAll(of(shop));
    of(shop).addAll(missing);
    return missing;
  }

  private Set<ShopTopic> of(ShopId shop) {
    return topics.computeIfAbsent(shop, s -> EnumSet.noneOf(ShopTopic.class));
  }
}
