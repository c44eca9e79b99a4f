package dev.musubi.core.people;

import dev.musubi.core.shop.ShopId;

/**
 * Port: the tag {@value #LINKED} that shows in Shopify who is linked; throws {@link
 * java.io.UncheckedIOException} when Shopify does not answer.
 */
public interface CustomerTags {

  String LINKED = "line";

  /** Sets or removes the tag; repeating it is harmless, a customer who is gone is left alone. */
  void linked(ShopId shop, CustomerId customer, boolean present);
}
