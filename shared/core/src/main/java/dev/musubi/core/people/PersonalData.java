package dev.musubi.core.people;

import dev.musubi.core.shop.ShopId;
import java.util.List;

/** What every store that holds persons can do for a person's rights. */
public interface PersonalData {

  /** Removes everything about the person; repeating it is harmless. */
  void erase(ShopId shop, Person person);

  /**
   * Everything that is held under one customer goes to another, as when Shopify merges two;
   * repeating it is harmless.
   */
  void move(ShopId shop, CustomerId from, CustomerId to);

  /** What is held about the person, in plain words and values. */
  List<Holding> export(ShopId shop, Person person);

  /** One thing that is held: what it is, and its value as a person can read it. */
  record Holding(String what, String value) {}
}
