package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Person;
import dev.musubi.core.sending.RecipientState;
import dev.musubi.core.sending.Recipients;
import dev.musubi.core.shop.ShopId;
import dev.musubi.wire.RecipientCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link Recipients}: one item each, replaced by one conditional put. */
public final class DynamoRecipients implements Recipients {

  private final Table table;
  private final RecipientCodec codec = new RecipientCodec();

  public DynamoRecipients(DynamoDbClient client, String table) {
    this.table = new Table(client, table);
  }

  @Override
  public Map<LineUserId, RecipientState> find(ShopId shop, List<LineUserId> users) {
    Map<LineUserId, RecipientState> found = new LinkedHashMap<>();
    users.forEach(user -> found.put(user, RecipientState.unknown(shop, user)));
    table.find(users.stream().map(user -> key(shop, user)).toList(), true).stream()
        .map(this::state)
        .forEach(state -> found.put(state.user(), state));
    return found;
  }

  @Override
  public Replaced replace(RecipientState next) {
    RecipientState stored = next.with(next.version().next());
    Item item =
        key(next.shop(), next.user())
            .with(Item.DOCUMENT, codec.write(stored))
            .with(stored.version());
    return switch (table.put(item, Condition.still(next.version()))) {
      case Written.Done() -> new Replaced.Done(stored);
      case Written.Lost(Optional<Item> standing) ->
          new Replaced.Lost(
              standing
                  .map(this::state)
                  .orElseGet(() -> RecipientState.unknown(next.shop(), next.user())));
    };
  }

  @Override
  public void erase(ShopId shop, Person person) {
    person.lineUser().ifPresent(user -> table.delete(key(shop, user)));
  }

  /** Nothing here is held under a customer. */
  @Override
  public void move(ShopId shop, CustomerId from, CustomerId to) {}

  @Override
  public List<Holding> export(ShopId shop, Person person) {
    return person
        .lineUser()
        .flatMap(user -> table.find(key(shop, user)))
        .map(item -> state(item).holdings())
        .orElse(List.of());
  }

  private RecipientState state(Item item) {
    return codec.read(item.get(Item.DOCUMENT));
  }

  private static Item key(ShopId shop, LineUserId user) {
    return Item.key(shop + "#" + user.value());
  }
}
