package dev.musubi.chores;

import static dev.musubi.testkit.functions.ExampleShop.CUSTOMER;
import static dev.musubi.testkit.functions.ExampleShop.HANA;
import static dev.musubi.testkit.functions.ExampleShop.HANAMICHI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.people.CustomerTags;
import dev.musubi.core.people.Friends;
import dev.musubi.core.people.Person;
import dev.musubi.testkit.memory.Between;
import org.junit.jupiter.api.Test;

/** The link changes between the moment when it is read and the moment when it is shown. */
class ReconciliationTest {

  private final House house = new House();
  private boolean changed;

  @Test
  void a_menu_that_was_overtaken_while_it_was_set_is_set_again() {
    Friends slow = before(Friends.class, house.stores.friends(), "menu");
    new Reconciliation(house.stores.links(), house.stores.tags(), slow)
        .reconcile(HANAMICHI.shop(), Person.of(HANA));
    assertThat(house.menu(HANA).orElseThrow().linked()).isTrue();
    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
  }

  @Test
  void a_tag_that_was_overtaken_while_it_was_set_is_set_again() {
    house.link(HANAMICHI, CUSTOMER, HANA);
    house.unlink(HANAMICHI);
    CustomerTags slow = before(CustomerTags.class, house.stores.tags(), "linked");
    new Reconciliation(house.stores.links(), slow, house.stores.friends())
        .reconcile(HANAMICHI.shop(), Person.of(CUSTOMER, HANA));
    assertThat(house.stores.tags().tagged(HANAMICHI.id(), CUSTOMER)).isTrue();
    assertThat(house.menu(HANA).orElseThrow().linked()).isTrue();
  }

  /** The link is tied just before the first call. */
  private <P> P before(Class<P> port, P real, String call) {
    return Between.with(
        port,
        real,
        made -> {
          if (made.name().equals(call) && !changed) {
            changed = true;
            house.link(HANAMICHI, CUSTOMER, HANA);
          }
          return made.through();
        });
  }
}
