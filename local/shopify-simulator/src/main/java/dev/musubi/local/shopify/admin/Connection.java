package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.shop.Numbers;
import graphql.GraphqlErrorException;
import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A page of a list, as GraphQL connections give it. A cursor names the element by what the list is
 * sorted by, so that elements which move or come meanwhile shift no page.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/pagination-graphql">Shopify: pagination</a>
 */
final class Connection {
  private static final int LARGEST_PAGE = 250;
  private static final Comparator<Entry> BY_VALUE =
      Comparator.comparingLong(Entry::value).thenComparingLong(Entry::id);

  private Connection() {}

  /** An element with what it is sorted by, and its number for those that are equal in that. */
  record Entry(long value, long id, Object node) {
    String cursor() {
      String text = "{\"last_id\":%d,\"last_value\":\"%d\"}".formatted(id, value);
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Entry> of(String cursor) {
      try {
        String[] digits =
            new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8)
                .replaceAll("[^0-9,-]", "")
                .split(",");
        return digits.length == 2
            ? Numbers.parse(digits[0])
                .flatMap(id -> Numbers.parse(digits[1]).map(v -> new Entry(v, id, cursor)))
            : Optional.empty();
      } catch (IllegalArgumentException notBase64) {
        return Optional.empty();
      }
    }
  }

  /** In the order given. */
  static Map<String, Object> of(List<?> all, DataFetchingEnvironment env) {
    return sorted(
        IntStream.range(0, all.size())
            .mapToObj(place -> new Entry(place, place, all.get(place)))
            .toList(),
        env);
  }

  /** By the elements' values, from the end if the argument {@code reverse} says so. */
  static Map<String, Object> sorted(List<Entry> entries, DataFetchingEnvironment env) {
    int first = first(env);
    boolean reverse = env.getArgumentOrDefault("reverse", false);
    Comparator<Entry> order = reverse ? BY_VALUE.reversed() : BY_VALUE;
    Optional<Entry> after = after(env);
    List<Entry> all = entries.stream().sorted(order).toList();
    List<Entry> rest =
        all.stream().filter(e -> after.isEmpty() || order.compare(e, after.get()) > 0).toList();
    List<Entry> page = rest.subList(0, Math.min(first, rest.size()));
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("hasNextPage", page.size() < rest.size());
    info.put("hasPreviousPage", rest.size() < all.size());
    info.put("startCursor", page.isEmpty() ? null : page.getFirst().cursor());
    info.put("endCursor", page.isEmpty() ? null : page.getLast().cursor());
    return Map.of(
        "nodes", page.stream().map(Entry::node).toList(),
        "edges", page.stream().map(Connection::edge).toList(),
        "pageInfo", info);
  }

  private static int first(DataFetchingEnvironment env) {
    Integer first = env.getArgument("first");
    if (first == null || first < 1 || first > LARGEST_PAGE) {
      throw refused("you must provide 'first' between 1 and " + LARGEST_PAGE);
    }
    return first;
  }

  private static Optional<Entry> after(DataFetchingEnvironment env) {
    String cursor = env.getArgument("after");
    if (cursor == null) {
      return Optional.empty();
    }
    Optional<Entry> after = Entry.of(cursor);
    if (after.isEmpty()) {
      throw refused("Invalid cursor for current pagination sort.");
    }
    return after;
  }

  private static GraphqlErrorException refused(String message) {
    return GraphqlErrorException.newErrorException().message(message).build();
  }

  private static Map<String, Object> edge(Entry entry) {
    return Map.of("node", entry.node(), "cursor", entry.cursor());
  }
}
