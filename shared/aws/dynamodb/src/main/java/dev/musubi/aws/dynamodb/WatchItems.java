package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shopping.Place;
import dev.musubi.core.shopping.ProductId;
import dev.musubi.core.shopping.VariantId;
import dev.musubi.core.shopping.Watch;
import dev.musubi.core.shopping.Watches;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The items of a wish: one under its customer, one for its place in the variant's line, and one,
 * which names nobody, for having been told.
 */
record WatchItems(String table, ShopId shop) {

  /** What the keys of places and of the told begin with. */
  static final String WAITING = "w#";

  static final String TOLD = "t#";

  /** Before every place, after every place, and what comes right after a key. */
  static final String FIRST = WAITING;

  static final String LAST = "w$";
  static final String AFTER = "\u0001";

  private static final String CUSTOMER = "customer";
  private static final String PRODUCT = "product";
  private static final String SINCE = "since";
  private static final String STILL = "since = :since";

  static String wishes(ShopId shop, CustomerId customer) {
    return shop + "#wishes#" + customer;
  }

  static Item wish(ShopId shop, CustomerId customer, VariantId variant) {
    return Item.key(wishes(shop, customer), String.format("%019d", variant.number()));
  }

  static String line(ShopId shop, VariantId variant, int shard) {
    return shop + "#line#" + variant + "#" + shard;
  }

  static Item place(ShopId shop, Watch watch) {
    return Item.key(
        line(shop, watch.variant(), Watches.shardOf(watch.customer())), sk(watch.place()));
  }

  static String sk(Place place) {
    return WAITING + String.format("%015d", place.since().toEpochMilli()) + "#" + place.tie();
  }

  /** Everything of a wish that names the customer. */
  static List<Item> keys(ShopId shop, Watch watch) {
    return List.of(wish(shop, watch.customer(), watch.variant()), place(shop, watch));
  }

  /** That the customer was told counts them in the line; what leads there is under the customer. */
  static List<Item> toldKeys(ShopId shop, VariantId variant, CustomerId customer) {
    String line = line(shop, variant, Watches.shardOf(customer));
    String tie = Place.of(variant, customer, Instant.EPOCH).tie();
    return List.of(
        Item.key(wishes(shop, customer), TOLD + String.format("%019d", variant.number())),
        Item.key(line, TOLD + tie));
  }

  /** Of which variant a customer was told, as {@link #toldKeys} noted it under the customer. */
  static VariantId toldOf(Item item) {
    return new VariantId(Long.parseLong(item.get(Item.SK).substring(TOLD.length())));
  }

  /** A wish read under its customer. */
  static Watch watch(Item item) {
    CustomerId customer = CustomerId.parse(item.get(Item.PK).split("#")[2]).orElseThrow();
    return watch(item, customer, new VariantId(Long.parseLong(item.get(Item.SK))));
  }

  /** A wish read in the line. */
  static Watch watch(Item item, VariantId variant) {
    return watch(item, item.customer(CUSTOMER).orElseThrow(), variant);
  }

  private static Watch watch(Item item, CustomerId customer, VariantId variant) {
    return new Watch(
        customer,
        new ProductId(item.count(PRODUCT)),
        variant,
        Instant.ofEpochMilli(item.count(SINCE)));
  }

  List<Item> told(VariantId variant, CustomerId customer, Instant at) {
    return toldKeys(shop, variant, customer).stream()
        .map(key -> key.expiring(at.plus(Watches.KEPT)))
        .toList();
  }

  TransactWriteItem putWish(Watch watch) {
    return put(wishItem(watch), Condition.of(""));
  }

  TransactWriteItem putWishUnlessKept(Watch watch, Instant now) {
    return put(
        wishItem(watch),
        Condition.of("attribute_not_exists(pk) OR expiresAt <= :now")
            .with(":now", Item.number(now.getEpochSecond())));
  }

  TransactWriteItem putPlace(Watch watch) {
    return put(
        with(place(shop, watch), watch).with(CUSTOMER, watch.customer().number()),
        Condition.of(""));
  }

  TransactWriteItem deleteWish(Watch watch) {
    return delete(
        wish(shop, watch.customer(), watch.variant()),
        Condition.of(STILL).with(":since", Item.number(watch.since().toEpochMilli())));
  }

  TransactWriteItem deletePlace(Watch watch) {
    return delete(place(shop, watch), Condition.of(""));
  }

  private Item wishItem(Watch watch) {
    return with(wish(shop, watch.customer(), watch.variant()), watch);
  }

  private static Item with(Item key, Watch watch) {
    return key.with(PRODUCT, watch.product().number())
        .with(SINCE, watch.since().toEpochMilli())
        .expiring(watch.since().plus(Watches.KEPT));
  }

  private TransactWriteItem put(Item item, Condition condition) {
    return TransactWriteItem.builder()
        .put(
            p ->
                p.tableName(table)
                    .item(item.attributes())
                    .conditionExpression(text(condition))
                    .expressionAttributeValues(condition.valuesOrNull()))
        .build();
  }

  private TransactWriteItem delete(Item key, Condition condition) {
    return TransactWriteItem.builder()
        .delete(
            d ->
                d.tableName(table)
                    .key(key.attributes())
                    .conditionExpression(text(condition))
                    .expressionAttributeValues(condition.valuesOrNull()))
        .build();
  }

  private static String text(Condition condition) {
    return condition.expression().isEmpty() ? null : condition.expression();
  }
}
