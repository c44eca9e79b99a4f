package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.OTHER_SHOP;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopTable;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ShopTable} does. */
public abstract class ShopTableContract {

  private static final ShopId LONGER = new ShopId(SHOP.handle() + "-tea");

  private ShopTable table;

  protected abstract ShopTable empty();

  /** Makes the table hold that thing of the shop. */
  protected abstract void put(ShopTable table, ShopId shop, String thing);

  /** What the table holds of the shop. */
  protected abstract Collection<String> held(ShopTable table, ShopId shop);

  @BeforeEach
  final void start() {
    table = empty();
  }

  @Test
  void page_by_page_everything_of_the_shop_goes_and_is_counted_and_nothing_of_another() {
    for (int i = 0; i < 10; i++) {
      put(table, SHOP, "thing-" + i);
      put(table, OTHER_SHOP, "thing-" + i);
      put(table, LONGER, "thing-" + i);
    }
    assertThat(wipeAll()).isEqualTo(10);
    assertThat(held(table, SHOP)).isEmpty();
    assertThat(held(table, OTHER_SHOP)).hasSize(10);
    assertThat(held(table, LONGER)).hasSize(10);
  }

  @Test
  void wiping_an_empty_table_and_wiping_again_are_harmless() {
    assertThat(wipeAll()).isZero();
    put(table, SHOP, "thing");
    assertThat(wipeAll()).isEqualTo(1);
    assertThat(wipeAll()).isZero();
  }

  private int wipeAll() {
    int items = 0;
    Optional<String> position = Optional.empty();
    do {
      ShopTable.Wiped wiped = table.wipe(SHOP, position);
      items += wiped.items();
      position = wiped.next();
    } while (position.isPresent());
    return items;
  }
}
