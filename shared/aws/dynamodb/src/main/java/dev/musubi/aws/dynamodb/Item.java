package dev.musubi.aws.dynamodb;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of one item. */
record Item(Map<String, AttributeValue> attributes) {

  static final String PK = "pk";
  static final String SK = "sk";
  static final String DOCUMENT = "document";
  static final String VERSION = "version";
  static final String EXPIRES_AT = "expiresAt";

  static Item key(String pk) {
    return new Item(Map.of()).with(PK, pk);
  }

  static Item key(String pk, String sk) {
    return key(pk).with(SK, sk);
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  Item with(String name, AttributeValue value) {
    Map<String, AttributeValue> next = new HashMap<>(attributes);
    next.put(name, value);
    return new Item(next);
  }

  Item with(String name, String value) {
    return with(name, text(value));
  }

  Item with(String name, long value) {
    return with(name, number(value));
  }

  Item with(Version version) {
    return with(VERSION, version.number());
  }

  /** With whole seconds, as time to live wants it. */
  Item expiring(Instant at) {
    return with(EXPIRES_AT, at.getEpochSecond());
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** The key alone, as a next page starts after it. */
  Item keyOnly() {
    return has(SK) ? key(get(PK), get(SK)) : key(get(PK));
  }

  String get(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("an item has no " + name));
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  long count(String name) {
    return Optional.ofNullable(attributes.get(name))
        .map(AttributeValue::n)
        .map(Long::parseLong)
        .orElse(0L);
  }

  boolean flag(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::bool).orElse(false);
  }

  List<String> texts(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::ss).orElse(List.of());
  }

  Optional<CustomerId> customer(String name) {
    return Optional.ofNullable(attributes.get(name)).map(value -> new CustomerId(count(name)));
  }

  Version version() {
    return new Version(count(VERSION));
  }

  /** Time to live deletes days late: what has expired counts as gone at once. */
  boolean live(Instant now) {
    return !has(EXPIRES_AT) || count(EXPIRES_AT) > now.getEpochSecond();
  }
}
