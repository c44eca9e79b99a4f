package dev.musubi.testkit.contracts;

import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.testkit.memory.MemoryFriends;
import java.time.Instant;
import java.util.List;

class MemoryFriendsTest extends FriendsContract {

  private final MemoryFriends friends = new MemoryFriends();

  @Override
  protected Friends empty(ShopId shop, List<LineUserId> users, Instant now) {
    return friends;
  }

  @Override
  protected boolean seesLinked(ShopId shop, LineUserId user) {
    return friends.menuOf(shop, user).filter(MemoryFriends.Menu::linked).isPresent();
  }

  @Override
  protected void unreachable() {
    friends.down(true);
  }
}
