package dev.musubi.local.world.demo;

import dev.musubi.local.world.demo.Newcomers.Standing;
import dev.musubi.local.world.people.PersonEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who is there when the demo begins. */
final class Cast {
  private static final long FIRST_CUSTOMER = 7_700_000_000_001L;

  private final List<Role> roles =
      List.of(
          new Role("hana", "花", "Hana", Standing.FRIEND, true),
          new Role("taro", "太郎", "Taro", Standing.FRIEND, false),
          new Role("yuki", "雪", "Yuki", Standing.LINKED, false),
          new Role("ken", "健", "Ken", Standing.CUSTOMER, false));
  private final Map<String, String> lineUsers = new TreeMap<>();
  private final Entropy entropy;

  Cast(Entropy entropy) {
    this.entropy = entropy;
  }

  /** One of the demo's people; {@code everywhere} is known to every shop, the rest to the first. */
  private record Role(
      String name, String japanese, String english, Standing standing, boolean everywhere) {}

  void enter(DemoShop shop, boolean first, Newcomers newcomers) {
    for (int at = 0; at < roles.size(); at++) {
      Role role = roles.get(at);
      if (first || role.everywhere()) {
        PersonEntry entry =
            new PersonEntry(shop.handle(), role.name(), FIRST_CUSTOMER + at, lineUser(role));
        String name = shop.language().equals("ja") ? role.japanese() : role.english();
        newcomers.add(entry, name, role.standing());
      }
    }
  }

  /** One person has one LINE user id: both channels belong to one provider. */
  private Optional<String> lineUser(Role role) {
    return role.standing() == Standing.CUSTOMER
        ? Optional.empty()
        : Optional.of(lineUsers.computeIfAbsent(role.name(), unseen -> entropy.lineUserId()));
  }
}
