package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.shop.Numbers;
import graphql.GraphqlErrorException;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A page of a list, as GraphQL connections give it; a cursor is the place in the list. */
final class Connection {
  private static final int LARGEST_PAGE = 250;

  private Connection() {}

  static Map<String, Object> of(List<?> all, DataFetchingEnvironment env) {
    Integer first = env.getArgument("first");
    if (first == null || first < 1 || first > LARGEST_PAGE) {
      throw GraphqlErrorException.newErrorException()
          .message("you must provide 'first' between 1 and " + LARGEST_PAGE)
          .build();
    }
    int from = Numbers.parse(env.getArgumentOrDefault("after", "0")).orElse(0L).intValue();
    int start = Math.clamp(from, 0, all.size());
    int end = Math.min(all.size(), start + first);
    List<?> page = all.subList(start, end);
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("hasNextPage", end < all.size());
    info.put("hasPreviousPage", start > 0);
    info.put("startCursor", page.isEmpty() ? null : cursor(start));
    info.put("endCursor", page.isEmpty() ? null : cursor(end - 1));
    return Map.of("nodes", page, "edges", edges(page, start), "pageInfo", info);
  }

  private static List<Map<String, Object>> edges(List<?> page, int start) {
    return IntStream.range(0, page.size())
        .mapToObj(i -> Map.<String, Object>of("node", page.get(i), "cursor", cursor(start + i)))
        .toList();
  }

  private static String cursor(int place) {
    return Integer.toString(place + 1);
  }
}
