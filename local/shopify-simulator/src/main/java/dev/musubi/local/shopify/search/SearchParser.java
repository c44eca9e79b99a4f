package dev.musubi.local.shopify.search;

import dev.musubi.local.shopify.search.Comparison.Operator;
import dev.musubi.local.shopify.search.SearchQuery.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Shopify's search syntax: terms beside one another mean AND, which binds before OR. */
final class SearchParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\(|\\)|-(?=[\\w(])|[\\w.]+:(?:[<>]=?)?(?:'[^']*'|\"[^\"]*\"|[^\\s()]+)|\\S+");
  private static final Pattern TERM = Pattern.compile("([\\w.]+):([<>]=?)?(.+)");

  private final Deque<String> tokens = new ArrayDeque<>();

  SearchParser(String text) {
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
  }

  Node whole() {
    if (tokens.isEmpty()) {
      throw new MalformedQuery("the query is empty");
    }
    Node node = any();
    if (!tokens.isEmpty()) {
      throw new MalformedQuery("'" + tokens.peek() + "' is unexpected");
    }
    return node;
  }

  private Node any() {
    List<Node> alternatives = new ArrayList<>(List.of(all()));
    while ("OR".equals(tokens.peek())) {
      tokens.remove();
      alternatives.add(all());
    }
    return alternatives.size() == 1 ? alternatives.getFirst() : new Node.Any(alternatives);
  }

  private Node all() {
    List<Node> parts = new ArrayList<>(List.of(one()));
    while (!tokens.isEmpty() && !List.of("OR", ")").contains(tokens.peek())) {
      if (tokens.peek().equals("AND")) {
        tokens.remove();
      }
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new Node.All(parts);
  }

  private Node one() {
    String token = tokens.poll();
    if (token == null) {
      throw new MalformedQuery("the query ends too early");
    }
    return switch (token) {
      case "-", "NOT" -> new Node.Not(one());
      case "(" -> {
        Node inner = any();
        if (!")".equals(tokens.poll())) {
          throw new MalformedQuery("a parenthesis is not closed");
        }
        yield inner;
      }
      default -> term(token);
    };
  }

  private static Node term(String token) {
    Matcher term = TERM.matcher(token);
    if (!term.matches()) {
      throw new MalformedQuery("'" + token + "' names no field");
    }
    String sign = term.group(2) == null ? "" : term.group(2);
    Operator operator =
        Arrays.stream(Operator.values())
            .filter(o -> o.sign().equals(sign))
            .findFirst()
            .orElseThrow();
    return new Node.Term(term.group(1), new Comparison(operator, unquoted(term.group(3))));
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && (value.startsWith("'") || value.startsWith("\""));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
