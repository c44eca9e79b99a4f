package dev.musubi.local.chaos;

import dev.musubi.local.simulation.engine.Chance;
import dev.musubi.local.simulation.plan.Deed;
import java.time.Instant;
import java.util.Optional;

/**
 * One person of one shop, whose customer and LINE account have the same number, and who does one
 * thing at a time.
 */
final class Person {

  private static final String KIND = "BROWSE";

  private final int shop;
  private final int number;
  private final String name;
  private final Chance chance;
  private boolean friend = true;
  private boolean linked = true;
  private boolean hasMenu;
  private boolean wants = true;
  private boolean gone;

  /** Linked from the start. */
  Person(int shop, int number, String name, Chance chance) {
    this.shop = shop;
    this.number = number;
    this.name = name;
    this.chance = chance;
  }

  int shop() {
    return shop;
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  /**
   * Whether this person was ever linked through the chat: who was so from the start has no menu.
   */
  boolean hasMenu() {
    return hasMenu;
  }

  /** What was done was answered. */
  void did(Deed deed) {
    hasMenu |= deed instanceof Deed.Confirm;
  }

  /** What is done next, if anything. */
  Optional<Deed> next(Instant now) {
    return gone ? Optional.empty() : Optional.of(whatever(now));
  }

  private Deed whatever(Instant now) {
    int dice = chance.below(100);
    int product = 1 + chance.below(Streets.PRODUCTS);
    if (dice < 66 || !friend && dice < 90) {
      return new Deed.View(number, product);
    }
    if (dice < 72) {
      return new Deed.Buy(number, product, 0);
    }
    if (dice < 80) {
      friend = !friend;
      return friend ? new Deed.Follow(number) : new Deed.Block(number);
    }
    if (!friend) {
      friend = true;
      return new Deed.Follow(number);
    }
    return inChat(dice, now);
  }

  private Deed inChat(int dice, Instant now) {
    if (!linked) {
      linked = true;
      return new Deed.Confirm(number, number, now, "");
    }
    if (dice < 90) {
      wants = !wants;
      return new Deed.Prefer(number, KIND, wants);
    }
    if (dice < 98) {
      boolean byMenu = hasMenu && chance.happens(0.7);
      linked = false;
      return byMenu ? new Deed.Unlink(number) : new Deed.UnlinkAtShop(number);
    }
    gone = true;
    return new Deed.Redact(number);
  }
}
