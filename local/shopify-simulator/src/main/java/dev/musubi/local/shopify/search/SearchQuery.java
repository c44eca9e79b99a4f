package dev.musubi.local.shopify.search;

import java.util.List;
import java.util.function.Function;

/**
 * A question in Shopify's search syntax, as {@code query} arguments and webhook filters have it:
 * {@code updated_at:>=2026-03-01 AND (status:open OR -test:true)}.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/search-syntax">Shopify: search syntax</a>
 */
public final class SearchQuery {
  private final Node node;

  private SearchQuery(Node node) {
    this.node = node;
  }

  /** What a question is made of. */
  sealed interface Node {
    record All(List<Node> of) implements Node {}

    record Any(List<Node> of) implements Node {}

    record Not(Node what) implements Node {}

    record Term(String field, Comparison comparison) implements Node {}
  }

  /**
   * Reads a question.
   *
   * @throws MalformedQuery if it is none, or has words without a field
   */
  public static SearchQuery parse(String text) {
    return new SearchQuery(new SearchParser(text).whole());
  }

  /** The fields that are asked about. */
  public List<String> fields() {
    return fields(node);
  }

  private static List<String> fields(Node node) {
    return switch (node) {
      case Node.All(List<Node> of) -> of.stream().flatMap(n -> fields(n).stream()).toList();
      case Node.Any(List<Node> of) -> of.stream().flatMap(n -> fields(n).stream()).toList();
      case Node.Not(Node what) -> fields(what);
      case Node.Term(String field, Comparison comparison) -> List.of(field);
    };
  }

  /** Whether it holds of something with these values of each field; any one of them suffices. */
  public boolean matches(Function<String, List<String>> values) {
    return matches(node, values);
  }

  private static boolean matches(Node node, Function<String, List<String>> values) {
    return switch (node) {
      case Node.All(List<Node> of) -> of.stream().allMatch(n -> matches(n, values));
      case Node.Any(List<Node> of) -> of.stream().anyMatch(n -> matches(n, values));
      case Node.Not(Node what) -> !matches(what, values);
      case Node.Term(String field, Comparison comparison) ->
          values.apply(field).stream().anyMatch(comparison::holds);
    };
  }
}
