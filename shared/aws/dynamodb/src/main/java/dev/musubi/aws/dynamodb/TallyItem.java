package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.ViewTally;
import dev.musubi.core.shopping.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The item of a customer's views of one day: the events seen, how many there were in all, and for
 * each product how often ({@code n<product>}) and when last ({@code l<product>}, milliseconds).
 */
final class TallyItem {

  static final String TOTAL = "views";

  private static final String SEEN = "seen";
  private static final String TIMES = "n";
  private static final String LAST = "l";

  private TallyItem() {}

  static String pk(ShopId shop, LocalDate day, int shard) {
    return String.format("%s#views#%s#%02d", shop, day, shard);
  }

  /** Numbers of one length sort as numbers. */
  static String sk(CustomerId customer) {
    return String.format("%019d", customer.number());
  }

  static Item key(ShopId shop, LocalDate day, CustomerId customer) {
    return Item.key(pk(shop, day, Views.shardOf(customer)), sk(customer));
  }

  static Instant expires(LocalDate day) {
    return day.plus(Views.KEPT).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static LocalDate day(Item item) {
    return LocalDate.parse(item.get(Item.PK).split("#")[2]);
  }

  static String times(ProductId product) {
    return TIMES + product;
  }

  static String last(ProductId product) {
    return LAST + product;
  }

  static ViewTally tally(Item item) {
    List<ViewTally.Viewed> products = new ArrayList<>();
    for (ProductId product : products(item)) {
      products.add(
          new ViewTally.Viewed(
              product,
              (int) item.count(times(product)),
              Instant.ofEpochMilli(item.count(last(product)))));
    }
    return new ViewTally(new CustomerId(Long.parseLong(item.get(Item.SK))), products);
  }

  private static List<ProductId> products(Item item) {
    return item.attributes().keySet().stream()
        .filter(name -> name.startsWith(TIMES))
        .flatMap(name -> ProductId.parse(name.substring(TIMES.length())).stream())
        .sorted()
        .toList();
  }

  /** Adds {@code moved} to what is kept under {@code key} and deletes it, if neither changed. */
  static List<TransactWriteItem> join(String table, Item key, Optional<Item> kept, Item moved) {
    Item joined = joined(kept.orElse(key), moved);
    Condition unchanged = unchanged(kept);
    Condition unmoved = unchanged(Optional.of(moved));
    return List.of(
        TransactWriteItem.builder()
            .put(
                p ->
                    p.tableName(table)
                        .item(joined.attributes())
                        .conditionExpression(unchanged.expression())
                        .expressionAttributeNames(
                            kept.map(i -> Map.of("#total", TOTAL)).orElse(null))
                        .expressionAttributeValues(unchanged.valuesOrNull()))
            .build(),
        TransactWriteItem.builder()
            .delete(
                d ->
                    d.tableName(table)
                        .key(moved.keyOnly().attributes())
                        .conditionExpression(unmoved.expression())
                        .expressionAttributeNames(Map.of("#total", TOTAL))
                        .expressionAttributeValues(unmoved.valuesOrNull()))
            .build());
  }

  private static Condition unchanged(Optional<Item> seen) {
    return seen.map(
            item -> Condition.of("#total = :total").with(":total", Item.number(item.count(TOTAL))))
        .orElseGet(() -> Condition.of("attribute_not_exists(pk)"));
  }

  private static Item joined(Item kept, Item moved) {
    TreeSet<String> seen = new TreeSet<>(kept.texts(SEEN));
    seen.addAll(moved.texts(SEEN));
    Item joined =
        kept.with(SEEN, AttributeValue.fromSs(List.copyOf(seen)))
            .with(TOTAL, kept.count(TOTAL) + moved.count(TOTAL))
            .with(Item.EXPIRES_AT, moved.count(Item.EXPIRES_AT));
    for (ProductId product : products(moved)) {
      String times = times(product);
      String last = last(product);
      joined =
          joined
              .with(times, joined.count(times) + moved.count(times))
              .with(last, Math.max(joined.count(last), moved.count(last)));
    }
    return joined;
  }
}
