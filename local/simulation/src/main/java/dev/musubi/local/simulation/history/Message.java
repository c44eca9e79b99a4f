package dev.musubi.local.simulation.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as it shows on the phone: the kind that its stop button names, the occasion that its
 * links name, and the products that it shows.
 */
public record Message(Optional<String> kind, Optional<String> occasion, List<Integer> products) {

  private static final Pattern STOP = Pattern.compile("musubi:stop\\?kind=([A-Z_]+)");
  private static final Pattern CAMPAIGN = Pattern.compile("utm_campaign=[a-z]+-([0-9a-z-]+)");
  private static final Pattern PRODUCT = Pattern.compile("/products/p([0-9]+)");

  public Message {
    products = List.copyOf(products);
  }

  public static Message read(String json) {
    SortedSet<Integer> products = new TreeSet<>();
    Matcher product = PRODUCT.matcher(json);
    while (product.find()) {
      products.add(Integer.parseInt(product.group(1)));
    }
    return new Message(first(STOP, json), first(CAMPAIGN, json), new ArrayList<>(products));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
