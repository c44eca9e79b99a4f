package dev.musubi.aws.dynamodb;

import dev.musubi.core.shop.Saved;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Shops;
import dev.musubi.wire.ShopCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link Shops} in the table of shops; who is due comes from its index {@code due}. */
public final class DynamoShops implements Shops {

  private static final int DUE_SHARDS = 4;
  private static final String INDEX = "due";
  private static final String DUE_SHARD = "dueShard";
  private static final String NEXT_RUN_AT = "nextRunAt";

  private final Table table;
  private final ShopCodec codec = new ShopCodec();

  public DynamoShops(DynamoDbClient client, String table) {
    this.table = new Table(client, table);
  }

  @Override
  public Optional<Shop> find(ShopId shop) {
    return table.find(key(shop)).map(this::shop);
  }

  @Override
  public Map<ShopId, Shop> find(List<ShopId> shops) {
    return table.find(shops.stream().map(DynamoShops::key).toList(), true).stream()
        .map(this::shop)
        .collect(Collectors.toMap(Shop::id, shop -> shop));
  }

  @Override
  public Saved save(Shop next) {
    Shop stored = next.with(next.version().next());
    Item item = key(next.id()).with(Item.DOCUMENT, codec.write(stored)).with(stored.version());
    Optional<Instant> due = stored.dueAt();
    if (due.isPresent()) {
      int shard = Math.floorMod(next.id().handle().hashCode(), DUE_SHARDS);
      item = item.with(DUE_SHARD, shard(shard)).with(NEXT_RUN_AT, Times.sortable(due.get()));
    }
    return table.put(item, Condition.still(next.version())).done() ? Saved.DONE : Saved.LOST;
  }

  @Override
  public List<ShopId> due(Instant now, int limit) {
    List<Item> due = new ArrayList<>();
    for (int shard = 0; shard < DUE_SHARDS; shard++) {
      Condition condition =
          Condition.of("dueShard = :shard AND nextRunAt <= :now")
              .with(":shard", Item.text(shard(shard)))
              .with(":now", Item.text(Times.sortable(now)));
      due.addAll(
          table
              .page(
                  r ->
                      r.indexName(INDEX)
                          .keyConditionExpression(condition.expression())
                          .expressionAttributeValues(condition.values())
                          .limit(limit))
              .items());
    }
    return due.stream()
        .sorted(
            Comparator.comparing((Item item) -> item.get(NEXT_RUN_AT))
                .thenComparing(i -> i.get(Item.PK)))
        .limit(limit)
        .map(item -> new ShopId(item.get(Item.PK)))
        .toList();
  }

  @Override
  public void remove(ShopId shop) {
    List<Item> held =
        table.all(
            r ->
                r.keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Item.text(shop.handle())))
                    .projectionExpression("pk, sk"));
    table.deleteAll(held);
  }

  private Shop shop(Item item) {
    return codec.read(item.get(Item.DOCUMENT));
  }

  private static Item key(ShopId shop) {
    return Item.key(shop.handle(), "shop");
  }

  private static String shard(int shard) {
    return "due#" + shard;
  }
}
