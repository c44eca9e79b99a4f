package dev.musubi.testkit.contracts;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.shop.ShopId;
import dev.musubi.testkit.memory.MemoryCustomerTags;
import java.time.Instant;
import java.util.List;

class MemoryCustomerTagsTest extends CustomerTagsContract {

  private final MemoryCustomerTags tags = new MemoryCustomerTags();

  @Override
  protected CustomerTags empty(ShopId shop, List<CustomerId> customers, Instant now) {
    return tags;
  }

  @Override
  protected boolean tagged(ShopId shop, CustomerId customer) {
    return tags.tagged(shop, customer);
  }

  @Override
  protected void unreachable() {
    tags.down(true);
  }
}
