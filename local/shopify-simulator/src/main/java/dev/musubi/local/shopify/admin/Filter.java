package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.search.MalformedQuery;
import dev.musubi.local.shopify.search.SearchQuery;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The {@code query} argument of a list. Shopify ignores fields that it does not know, and then
 * finds everything; here they are an error, so that nobody relies on one.
 */
final class Filter {
  private Filter() {}

  static <T> Predicate<T> of(
      DataFetchingEnvironment env, Map<String, Function<T, List<String>>> known) {
    String query = env.getArgument("query");
    if (query == null || query.isBlank()) {
      return all -> true;
    }
    SearchQuery search = parsed(query);
    Optional<String> unknown =
        search.fields().stream().filter(field -> !known.containsKey(field)).findFirst();
    if (unknown.isPresent()) {
      throw Resolve.error(
          "the simulator does not know the filter '" + unknown.get() + "'", "UNKNOWN_FILTER");
    }
    return one -> search.matches(field -> known.get(field).apply(one));
  }

  private static SearchQuery parsed(String query) {
    try {
      return SearchQuery.parse(query);
    } catch (MalformedQuery malformed) {
      throw Resolve.error("Invalid search query: " + malformed.getMessage(), "INVALID_QUERY");
    }
  }
}
