package dev.musubi.local.shopify.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.local.shopify.shop.Metafield;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Shop;
import dev.musubi.local.shopify.shop.Shops;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code metafieldsSet} and {@code metafieldsDelete} for customers: all of a call or nothing, and
 * only over the value that {@code compareDigest} names if it names one.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/metafieldsSet">Shopify:
 *     metafieldsSet</a>
 */
final class MetafieldMutations {
  private static final int MOST_AT_ONCE = 25;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Shops shops;

  MetafieldMutations(Shops shops) {
    this.shops = shops;
  }

  void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("metafieldsSet", this::set)
                .dataFetcher("metafieldsDelete", MetafieldMutations::delete));
  }

  /** What is wrong with one element of a call. */
  private record Wrong(String field, String code, String message) {}

  private Map<String, Object> set(DataFetchingEnvironment env) {
    Resolve.requireScope(env, "write_customers");
    Shop shop = Resolve.shop(env);
    List<Map<String, Object>> inputs = env.getArgument("metafields");
    if (inputs.size() > MOST_AT_ONCE) {
      return errors(
          List.of(
              Map.of(
                  "field",
                  List.of("metafields"),
                  "code",
                  "LESS_THAN_OR_EQUAL_TO",
                  "message",
                  "Exceeded the maximum metafields input limit of " + MOST_AT_ONCE)));
    }
    List<Map<String, Object>> wrong = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      int element = i;
      check(shop, inputs.get(i)).ifPresent(w -> wrong.add(error(element, w)));
    }
    if (!wrong.isEmpty()) {
      return errors(wrong);
    }
    List<Metafield> set = inputs.stream().map(input -> put(shop, input)).toList();
    return Map.of("metafields", set, "userErrors", List.of());
  }

  private static Map<String, Object> errors(List<Map<String, Object>> errors) {
    return Map.of("metafields", List.of(), "userErrors", errors);
  }

  private static Map<String, Object> error(int element, Wrong wrong) {
    return Map.of(
        "field", List.of("metafields", Integer.toString(element), wrong.field()),
        "code", wrong.code(),
        "message", wrong.message(),
        "elementIndex", element);
  }

  private static Optional<Wrong> check(Shop shop, Map<String, Object> input) {
    Metafield.Name name = name(shop, input);
    Optional<Metafield> known = shop.metafields().find(name);
    Optional<String> type = type(input, known);
    String value = (String) input.get("value");
    if (Numbers.ofGid("Customer", name.owner()).flatMap(shop::findCustomer).isEmpty()) {
      return Optional.of(new Wrong("ownerId", "INVALID", "Owner does not exist."));
    }
    if (type.isEmpty()) {
      return Optional.of(new Wrong("type", "BLANK", "Type can't be blank"));
    }
    if (!fits(type.get(), value)) {
      return Optional.of(
          new Wrong("value", "INVALID_VALUE", "Value must be a " + type.get() + "."));
    }
    Object wanted = input.get("compareDigest");
    if (input.containsKey("compareDigest")
        && !Optional.ofNullable(wanted).equals(known.map(Metafield::digest))) {
      return Optional.of(
          new Wrong(
              "compareDigest",
              "STALE_OBJECT",
              "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value."));
    }
    return Optional.empty();
  }

  private static Metafield.Name name(Shop shop, Map<String, Object> input) {
    Optional<String> namespace = Optional.ofNullable((String) input.get("namespace"));
    return new Metafield.Name(
        (String) input.get("ownerId"),
        MetafieldTypes.namespace(shop, namespace),
        (String) input.get("key"));
  }

  private static Optional<String> type(Map<String, Object> input, Optional<Metafield> known) {
    return Optional.ofNullable((String) input.get("type")).or(() -> known.map(Metafield::type));
  }

  private static boolean fits(String type, String value) {
    try {
      switch (type) {
        case "number_integer" -> Long.parseLong(value);
        case "date" -> LocalDate.parse(value);
        case "json" -> JSON.readTree(value);
        case "boolean" -> {
          return List.of("true", "false").contains(value);
        }
        default -> {
          return !value.isEmpty();
        }
      }
      return true;
    } catch (NumberFormatException | DateTimeException | JsonProcessingException doesNot) {
      return false;
    }
  }

  private Metafield put(Shop shop, Map<String, Object> input) {
    Metafield.Name name = name(shop, input);
    Optional<Metafield> known = shop.metafields().find(name);
    String type = type(input, known).orElseThrow();
    String value = (String) input.get("value");
    Instant now = shops.now();
    Metafield set =
        known
            .map(m -> m.with(type, value, now))
            .orElseGet(
                () -> new Metafield(shops.identifiers().number(), name, type, value, now, now));
    shop.metafields().put(set);
    return set;
  }

  private static Map<String, Object> delete(DataFetchingEnvironment env) {
    Resolve.requireScope(env, "write_customers");
    Shop shop = Resolve.shop(env);
    List<Map<String, Object>> inputs = env.getArgument("metafields");
    List<Map<String, Object>> deleted = new ArrayList<>();
    for (Map<String, Object> input : inputs) {
      boolean there = shop.metafields().remove(name(shop, input));
      deleted.add(there ? new LinkedHashMap<>(input) : null);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("deletedMetafields", deleted);
    answer.put("userErrors", List.of());
    return answer;
  }
}
