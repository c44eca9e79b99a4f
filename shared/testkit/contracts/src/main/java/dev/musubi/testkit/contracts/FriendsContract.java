package dev.musubi.testkit.contracts;

import static dev.musubi.testkit.contracts.Sample.HANAS;
import static dev.musubi.testkit.contracts.Sample.KENS;
import static dev.musubi.testkit.contracts.Sample.NOON;
import static dev.musubi.testkit.contracts.Sample.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Friends} does. */
public abstract class FriendsContract {

  private Friends friends;

  /** For a shop with those friends, without any menus. */
  protected abstract Friends empty(ShopId shop, List<LineUserId> users, Instant now);

  /** Whether the user sees the menu of who is linked. */
  protected abstract boolean seesLinked(ShopId shop, LineUserId user);

  /** From now on LINE does not answer. */
  protected abstract void unreachable();

  @BeforeEach
  final void start() {
    friends = empty(SHOP, List.of(HANAS, KENS), NOON);
  }

  @Test
  void every_link_token_is_another_one() {
    assertThat(friends.linkToken(SHOP, HANAS)).isNotEqualTo(friends.linkToken(SHOP, HANAS));
  }

  @Test
  void who_is_linked_sees_the_menu_for_it_alone() {
    prepare();
    friends.menu(SHOP, HANAS, Language.JA, true);
    friends.menu(SHOP, HANAS, Language.JA, true);

    assertThat(seesLinked(SHOP, HANAS)).isTrue();
    assertThat(seesLinked(SHOP, KENS)).isFalse();
  }

  @Test
  void who_is_no_longer_linked_sees_the_other_menu_again() {
    prepare();
    friends.menu(SHOP, HANAS, Language.EN, true);
    friends.menu(SHOP, HANAS, Language.EN, false);
    friends.menu(SHOP, HANAS, Language.EN, false);

    assertThat(seesLinked(SHOP, HANAS)).isFalse();
  }

  @Test
  void preparing_the_menus_again_takes_nobodys_away() {
    prepare();
    friends.menu(SHOP, HANAS, Language.JA, true);
    prepare();

    assertThat(seesLinked(SHOP, HANAS)).isTrue();
  }

  @Test
  void a_line_that_does_not_answer_is_told() {
    unreachable();

    assertThatThrownBy(() -> friends.linkToken(SHOP, HANAS))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> friends.menu(SHOP, HANAS, Language.JA, false))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(this::prepare).isInstanceOf(UncheckedIOException.class);
  }

  private void prepare() {
    Shop shop = Sample.shop(SHOP, LocalTime.of(18, 0), true);
    friends.prepareMenus(SHOP, shop.storefront(), Language.JA);
    friends.prepareMenus(SHOP, shop.storefront(), Language.EN);
  }
}
