package dev.musubi.core.people;

import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;

/**
 * Port: what LINE does for one friend besides messages; throws {@link java.io.UncheckedIOException}
 * when LINE does not answer.
 */
public interface Friends {

  LinkToken linkToken(ShopId shop, LineUserId user);

  /**
   * Shows the user the rich menu of who is linked, or of who is not; a user LINE does not know is
   * left alone. False if the menus of the present design are not prepared yet: nothing was done.
   */
  boolean menu(ShopId shop, LineUserId user, Language language, boolean linked);

  /**
   * Makes sure that both rich menus exist, lead to that shop, and that everybody sees the one of
   * who is not linked.
   */
  void prepareMenus(ShopId shop, Storefront storefront, Language language);
}
