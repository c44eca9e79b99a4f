package dev.musubi.local.shopify.acts;

import dev.musubi.local.shopify.shop.ActRefused;
import dev.musubi.local.shopify.shop.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A share of an order's lines, taken from the first on. */
final class Portion {
  private Portion() {}

  /** So many of the items, or all of them. */
  static List<Line> of(List<Line> lines, Optional<Integer> quantity, String possible) {
    int all = Line.count(lines);
    int left = quantity.orElse(all);
    if (left < 1 || left > all) {
      throw new ActRefused("only " + all + " items of the order can be " + possible);
    }
    List<Line> taken = new ArrayList<>();
    for (Line line : lines) {
      int some = Math.min(left, line.quantity());
      line.of(some).ifPresent(taken::add);
      left -= some;
    }
    return taken;
  }
}
