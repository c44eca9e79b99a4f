package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Links;
import dev.musubi.core.shop.Entropy;
import dev.musubi.core.shop.ShopId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who was erased, in the table of links: an item under the HMAC of each number, with a key of the
 * shop's own that is made when it is first needed and never changes, so that it is read once.
 */
final class Tombstones {

  private static final int KEY_BYTES = 32;
  private static final String KEY = "key";
  private static final String AT = "at";
  private static final String ALGORITHM = "HmacSHA256";

  private final Table table;
  private final Map<ShopId, byte[]> keys = new ConcurrentHashMap<>();

  Tombstones(Table table) {
    this.table = table;
  }

  /** What to read beside the links of these customers: their tombstones, or first the key. */
  List<Item> beside(ShopId shop, List<CustomerId> customers) {
    byte[] key = keys.get(shop);
    return key == null
        ? List.of(keyItem(shop))
        : customers.stream().map(customer -> item(shop, hash(key, customer))).toList();
  }

  /** When which of the customers were erased; reads again only after the first look at the key. */
  Map<CustomerId, Instant> among(
      ShopId shop, List<CustomerId> customers, List<Item> read, Instant now) {
    byte[] known = keys.get(shop);
    if (known == null) {
      Optional<byte[]> key = learned(shop, read.stream());
      return key.isEmpty()
          ? new HashMap<>()
          : among(shop, customers, table.find(beside(shop, customers), true), now);
    }
    Map<String, Instant> tombstones = new HashMap<>();
    read.stream()
        .filter(item -> item.has(AT) && item.live(now))
        .forEach(item -> tombstones.put(item.get(Item.PK), Instant.parse(item.get(AT))));
    Map<CustomerId, Instant> erased = new HashMap<>();
    for (CustomerId customer : customers) {
      Optional.ofNullable(tombstones.get(item(shop, hash(known, customer)).get(Item.PK)))
          .ifPresent(at -> erased.put(customer, at));
    }
    return erased;
  }

  Optional<Instant> of(ShopId shop, LineUserId user, Instant now) {
    return key(shop)
        .flatMap(key -> table.find(item(shop, hash(key, user))))
        .filter(item -> item.live(now))
        .map(item -> Instant.parse(item.get(AT)));
  }

  Optional<String> hash(ShopId shop, CustomerId customer) {
    return key(shop).map(key -> hash(key, customer));
  }

  /** The hash of a customer of a shop that has a key. */
  String bury(ShopId shop, CustomerId customer, Instant at) {
    return bury(shop, hash(key(shop).orElseThrow(), customer), at);
  }

  String bury(ShopId shop, LineUserId user, Instant at) {
    return bury(shop, hash(key(shop).orElseThrow(), user), at);
  }

  private String bury(ShopId shop, String hash, Instant at) {
    table.put(item(shop, hash).with(AT, at.toString()).expiring(at.plus(Links.REMEMBERED)));
    return hash;
  }

  /** Of two who make the key at once the first one's stands. */
  void prepare(ShopId shop, Entropy entropy) {
    if (key(shop).isEmpty()) {
      String fresh = Base64.getEncoder().encodeToString(entropy.bytes(KEY_BYTES));
      table.put(keyItem(shop).with(KEY, fresh), Condition.of("attribute_not_exists(pk)"));
    }
  }

  private Optional<byte[]> key(ShopId shop) {
    byte[] known = keys.get(shop);
    return known == null ? learned(shop, table.find(keyItem(shop)).stream()) : Optional.of(known);
  }

  private Optional<byte[]> learned(ShopId shop, Stream<Item> read) {
    Optional<byte[]> key =
        read.filter(item -> item.has(KEY))
            .findFirst()
            .map(item -> Base64.getDecoder().decode(item.get(KEY)));
    key.ifPresent(bytes -> keys.put(shop, bytes));
    return key;
  }

  private static Item keyItem(ShopId shop) {
    return Item.key(shop + "#erasure-key");
  }

  private static Item item(ShopId shop, String hash) {
    return Item.key(shop + "#erased#" + hash);
  }

  private static String hash(byte[] key, CustomerId customer) {
    return hmac(key, "customer:" + customer);
  }

  private static String hash(byte[] key, LineUserId user) {
    return hmac(key, "user:" + user.value());
  }

  private static String hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
