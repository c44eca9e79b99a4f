package dev.musubi.local.shopify.shop;

import java.util.ArrayList;
import java.util.List;

/**
 * What there is of a variant at each location, and how it sells: {@code before} is the sum before
 * its last change; what is not tracked, or sold on below 0, is never sold out.
 */
public record Inventory(List<Level> levels, int before, boolean tracked, boolean oversold) {
  public Inventory {
    levels = List.copyOf(levels);
  }

  /** The stock of one location. */
  public record Level(long location, int available) {}

  static Inventory opened(int stock) {
    long first = Location.FIRST_ID;
    return new Inventory(
        List.of(new Level(first, stock), new Level(first + 1, 0)), stock, true, false);
  }

  public int sum() {
    return levels.stream().mapToInt(Level::available).sum();
  }

  public boolean sellable() {
    return !tracked || oversold || sum() > 0;
  }

  /** All of it at the first location. */
  public Inventory all(int to) {
    return levels(
        levels.stream()
            .map(l -> new Level(l.location(), l.equals(levels.getFirst()) ? to : 0))
            .toList());
  }

  public Inventory at(long location, int to) {
    return levels(
        levels.stream().map(l -> l.location() == location ? new Level(location, to) : l).toList());
  }

  /** Less by so many, from the first location on; what is owed is owed by the first. */
  public Inventory less(int by) {
    int left = by;
    List<Level> after = new ArrayList<>();
    for (Level level : levels) {
      int taken = Math.clamp(left, 0, Math.max(0, level.available()));
      after.add(new Level(level.location(), level.available() - taken));
      left -= taken;
    }
    Level first = after.getFirst();
    after.set(0, new Level(first.location(), first.available() - left));
    return levels(after);
  }

  private Inventory levels(List<Level> to) {
    return new Inventory(to, sum(), tracked, oversold);
  }

  public Inventory selling(boolean nowTracked, boolean nowOversold) {
    return new Inventory(levels, before, nowTracked, nowOversold);
  }
}
