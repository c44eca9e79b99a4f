package dev.musubi.local.world.adapters;

import dev.musubi.core.people.Friends;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.line.api.LineFriends;
import dev.musubi.testkit.contracts.FriendsContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class LineFriendsTest extends FriendsContract {

  private LinePlatform line;

  @Override
  protected Friends empty(ShopId shop, List<LineUserId> users, Instant now) {
    line = new LinePlatform(InstantSource.fixed(now), List.of(shop), users);
    return new LineFriends(line.calls);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Override
  protected boolean seesLinked(ShopId shop, LineUserId user) {
    return line.simulator
        .person(shop.handle(), user.value())
        .richMenu()
        .filter(menu -> menu.path("name").asText().startsWith("musubi-linked-"))
        .isPresent();
  }

  @Override
  protected void unreachable() {
    line.close();
  }
}
