package dev.musubi.core.shopping;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.people.PersonalData;
import dev.musubi.core.shop.ShopId;
import java.util.List;
import java.util.Map;

/** Port: who bought what, kept for 60 days and for a customer's newest 100 orders. */
public interface Purchases extends PersonalData {

  int MOST_ORDERS = 100;

  /** Keeps the order; a cancellation stays, whichever of the two webhooks comes first. */
  void record(ShopId shop, Purchase purchase);

  /**
   * Consistent: the kept orders of at most 100 customers, cancelled ones included; without any,
   * absent.
   */
  Map<CustomerId, List<Purchase>> of(ShopId shop, List<CustomerId> customers);
}
