package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.shop.ShopId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** Remembers who carries the tag; can be out of reach. */
public final class MemoryCustomerTags implements CustomerTags {

  private record Key(ShopId shop, CustomerId customer) {}

  private final Set<Key> tagged = new HashSet<>();
  private boolean down;

  public synchronized void down(boolean on) {
    down = on;
  }

  public synchronized boolean tagged(ShopId shop, CustomerId customer) {
    return tagged.contains(new Key(shop, customer));
  }

  @Override
  public synchronized void linked(ShopId shop, CustomerId customer, boolean present) {
    if (down) {
      throw new UncheckedIOException(new IOException("Shopify does not answer"));
    }
    if (present) {
      tagged.add(new Key(shop, customer));
    } else {
      tagged.remove(new Key(shop, customer));
    }
  }
}
