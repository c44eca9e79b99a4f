package dev.musubi.testkit.memory;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.shop.ShopId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Recipients} in memory. */
public final class MemoryRecipients implements Recipients {

  private record Key(ShopId shop, LineUserId user) {}

  private final Map<Key, RecipientState> states = new HashMap<>();

  @Override
  public synchronized Map<LineUserId, RecipientState> find(ShopId shop, List<LineUserId> users) {
    Limits.atMost100(users);
    Map<LineUserId, RecipientState> found = new LinkedHashMap<>();
    users.forEach(user -> found.put(user, current(shop, user)));
    return found;
  }

  @Override
  public synchronized Replaced replace(RecipientState next) {
    RecipientState current = current(next.shop(), next.user());
    if (!current.version().equals(next.version())) {
      return new Replaced.Lost(current);
    }
    RecipientState stored = next.with(next.version().next());
    states.put(new Key(next.shop(), next.user()), stored);
    return new Replaced.Done(stored);
  }

  @Override
  public synchronized void erase(ShopId shop, Person person) {
    person.lineUser().ifPresent(user -> states.remove(new Key(shop, user)));
  }

  /** Nothing here is held under a customer. */
  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {}

  @Override
  public synchronized List<Holding> export(ShopId shop, Person person) {
    return person
        .lineUser()
        .flatMap(user -> Optional.ofNullable(states.get(new Key(shop, user))))
        .map(RecipientState::holdings)
        .orElse(List.of());
  }

  private RecipientState current(ShopId shop, LineUserId user) {
    return Optional.ofNullable(states.get(new Key(shop, user)))
        .orElseGet(() -> RecipientState.unknown(shop, user));
  }
}
