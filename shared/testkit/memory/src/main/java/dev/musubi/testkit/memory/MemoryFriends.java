package dev.musubi.testkit.memory;

import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.LinkToken;
import dev.musubi.core.shop.Language;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Storefront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers which menu each friend sees; can be out of reach. */
public final class MemoryFriends implements Friends {

  /** The rich menu that a user sees. */
  public record Menu(Language language, boolean linked) {}

  private record Key(ShopId shop, LineUserId user) {}

  private final Map<Key, Menu> menus = new HashMap<>();
  private final List<ShopId> prepared = new ArrayList<>();
  private int tokens;
  private boolean down;
  private boolean unprepared;

  public synchronized void down(boolean on) {
    down = on;
  }

  /** As after an upgrade: LINE has no menus of the present design yet. */
  public synchronized void unprepared() {
    unprepared = true;
  }

  public synchronized Optional<Menu> menuOf(ShopId shop, LineUserId user) {
    return Optional.ofNullable(menus.get(new Key(shop, user)));
  }

  /** The shops whose menus were prepared, in order, repeats included. */
  public synchronized List<ShopId> prepared() {
    return List.copyOf(prepared);
  }

  @Override
  public synchronized LinkToken linkToken(ShopId shop, LineUserId user) {
    answer();
    tokens++;
    return new LinkToken("link-token-" + tokens);
  }

  @Override
  public synchronized boolean menu(
      ShopId shop, LineUserId user, Language language, boolean linked) {
    answer();
    if (linked && unprepared) {
      return false;
    }
    menus.put(new Key(shop, user), new Menu(language, linked));
    return true;
  }

  @Override
  public synchronized void prepareMenus(ShopId shop, Storefront storefront, Language language) {
    answer();
    prepared.add(shop);
    unprepared = false;
  }

  private void answer() {
    if (down) {
      throw new UncheckedIOException(new IOException("LINE does not answer"));
    }
  }
}
