package dev.musubi.local.simulation.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as it shows on the phone: the kind that its stop button names or its words tell, the
 * occasion (the campaign's or the cart's name in its links, or the order and what became of it),
 * and the products that it shows.
 */
public record Message(Optional<String> kind, Optional<String> occasion, List<Integer> products) {

  private static final Pattern STOP = Pattern.compile("musubi:stop\\?kind=([A-Z_]+)");
  private static final Pattern CAMPAIGN =
      Pattern.compile("utm_campaign=[a-z]+-([0-9a-z-]+)|checkouts/ac/([a-z0-9-]+)/recover");
  private static final Pattern PRODUCT = Pattern.compile("Product ([0-9]+)");
  private static final Pattern ORDER = Pattern.compile("#([0-9]+)");

  /** What the words of a message about an order tell: its kind and the status. */
  private static final Map<String, List<String>> WORDS = words();

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new TreeMap<>();
    words.put("We have received your order", List.of("ORDER", "PLACED"));
    words.put("ご注文を受け付けました", List.of("ORDER", "PLACED"));
    words.put("We have received your payment", List.of("ORDER", "PAID"));
    words.put("ご入金を確認しました", List.of("ORDER", "PAID"));
    words.put("Your order was refunded", List.of("ORDER", "REFUNDED"));
    words.put("ご注文の代金を返金しました", List.of("ORDER", "REFUNDED"));
    words.put("Your order was cancelled", List.of("ORDER", "CANCELLED"));
    words.put("ご注文をキャンセルしました", List.of("ORDER", "CANCELLED"));
    words.put("Your order is on its way", List.of("SHIPPING", "SHIPPED"));
    words.put("商品を発送しました", List.of("SHIPPING", "SHIPPED"));
    words.put("Your parcel was delivered", List.of("SHIPPING", "DELIVERED"));
    words.put("お荷物をお届けしました", List.of("SHIPPING", "DELIVERED"));
    return words;
  }

  public Message {
    products = List.copyOf(products);
  }

  public static Message read(String text) {
    Optional<String> kind = first(STOP, text);
    return kind.isPresent()
        ? new Message(kind, first(CAMPAIGN, text), products(text))
        : service(text);
  }

  private static Message service(String text) {
    Optional<List<String>> told =
        WORDS.entrySet().stream()
            .filter(words -> text.contains(words.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    return new Message(
        told.map(List::getFirst),
        told.flatMap(words -> first(ORDER, text).map(order -> order + "#" + words.getLast())),
        List.of());
  }

  private static List<Integer> products(String text) {
    SortedSet<Integer> products = new TreeSet<>();
    Matcher product = PRODUCT.matcher(text);
    while (product.find()) {
      products.add(Integer.parseInt(product.group(1)));
    }
    return new ArrayList<>(products);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.ofNullable(matcher.group(1))
        .or(() -> Optional.ofNullable(matcher.group(matcher.groupCount())));
  }
}
