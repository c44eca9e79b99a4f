package dev.musubi.aws.dynamodb;

import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;
import dev.musubi.core.shopping.InventoryItemId;
import dev.musubi.core.shopping.Restock;
import dev.musubi.core.shopping.Restocks;
import dev.musubi.core.shopping.VariantFacts;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.wire.RestockCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@link Restocks} in the table of shopping: one versioned item a variant, one for what Shopify
 * counts of it, and the shop's marks under one key.
 */
public final class DynamoRestocks implements Restocks {

  private static final Duration MARK_KEPT = Duration.ofDays(14);
  private static final String VARIANT = "variant";
  private static final String WATCHED_AT = "watchedAt";
  private static final String MOVED_AT = "movedAt";

  private final Table table;
  private final InstantSource clock;
  private final RestockCodec codec = new RestockCodec();

  public DynamoRestocks(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  @Override
  public Map<VariantId, Restock> find(ShopId shop, List<VariantId> variants) {
    Map<VariantId, Restock> found = new TreeMap<>();
    table.find(variants.stream().map(v -> key(shop, v)).toList(), true).stream()
        .flatMap(item -> restock(Optional.of(item)).stream())
        .forEach(restock -> found.put(restock.facts().id(), restock));
    return found;
  }

  @Override
  public Restock watch(ShopId shop, VariantFacts facts, Instant now) {
    table.put(
        itemKey(shop, facts.item())
            .with(VARIANT, facts.id().number())
            .with(WATCHED_AT, now.toEpochMilli())
            .expiring(now.plus(KEPT)));
    return replace(
            shop,
            facts.id(),
            stored ->
                Optional.of(stored.map(r -> r.read(facts)).orElseGet(() -> Restock.of(facts))))
        .orElseThrow();
  }

  @Override
  public Optional<Restock> change(ShopId shop, VariantId variant, UnaryOperator<Restock> by) {
    return replace(shop, variant, stored -> stored.map(by));
  }

  private Optional<Restock> replace(
      ShopId shop, VariantId variant, UnaryOperator<Optional<Restock>> by) {
    Patience patience = new Patience();
    Optional<Item> item = table.find(key(shop, variant));
    while (true) {
      Optional<Restock> stored = restock(item);
      Optional<Restock> next = by.apply(stored);
      if (next.isEmpty() || next.equals(stored)) {
        return next;
      }
      Version seen = item.map(Item::version).orElse(Version.NONE);
      Item put =
          key(shop, variant)
              .with(seen.next())
              .with(Item.DOCUMENT, codec.write(next.get()))
              .expiring(clock.instant().plus(KEPT));
      switch (table.put(put, Condition.still(seen))) {
        case Written.Done() -> {
          return next;
        }
        case Written.Lost(Optional<Item> standing) -> {
          item = standing;
          patience.again("a variant's restock changed");
        }
      }
    }
  }

  @Override
  public Map<InventoryItemId, VariantId> watched(ShopId shop, List<InventoryItemId> items) {
    Map<InventoryItemId, VariantId> found = new TreeMap<>();
    table.find(items.stream().map(item -> itemKey(shop, item)).toList(), false).stream()
        .filter(item -> item.live(clock.instant()))
        .forEach(item -> found.put(inventoryItem(item), new VariantId(item.count(VARIANT))));
    return found;
  }

  @Override
  public void forget(ShopId shop, InventoryItemId item, Instant now) {
    table.delete(
        itemKey(shop, item),
        Condition.of("attribute_not_exists(pk) OR watchedAt < :lately")
            .with(":lately", Item.number(now.minus(WATCHED).toEpochMilli())));
  }

  @Override
  public void mark(ShopId shop, Moved moved) {
    table.put(
        markKey(shop, moved.variant())
            .with(MOVED_AT, Times.sortable(moved.at()))
            .expiring(clock.instant().plus(MARK_KEPT)),
        Condition.of("attribute_not_exists(pk) OR movedAt < :at")
            .with(":at", Item.text(Times.sortable(moved.at()))));
  }

  @Override
  public List<Moved> marked(ShopId shop, int limit) {
    return table
        .page(
            r ->
                r.keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Item.text(marks(shop))))
                    .consistentRead(true)
                    .limit(limit))
        .items()
        .stream()
        .map(DynamoRestocks::moved)
        .toList();
  }

  @Override
  public void unmark(ShopId shop, Moved moved) {
    table.delete(
        markKey(shop, moved.variant()),
        Condition.of("attribute_not_exists(pk) OR movedAt = :at")
            .with(":at", Item.text(Times.sortable(moved.at()))));
  }

  private Optional<Restock> restock(Optional<Item> item) {
    return item.filter(i -> i.live(clock.instant())).map(i -> codec.read(i.get(Item.DOCUMENT)));
  }

  private static Moved moved(Item item) {
    return new Moved(
        new VariantId(Long.parseLong(item.get(Item.SK))), Instant.parse(item.get(MOVED_AT)));
  }

  private static InventoryItemId inventoryItem(Item item) {
    return InventoryItemId.parse(item.get(Item.PK).split("#")[2]).orElseThrow();
  }

  private static Item key(ShopId shop, VariantId variant) {
    return Item.key(shop + "#restock#" + variant, "restock");
  }

  private static Item itemKey(ShopId shop, InventoryItemId item) {
    return Item.key(shop + "#item#" + item, "item");
  }

  private static Item markKey(ShopId shop, VariantId variant) {
    return Item.key(marks(shop), String.format("%019d", variant.number()));
  }

  private static String marks(ShopId shop) {
    return shop + "#moved";
  }
}
