package dev.musubi.local.shopify.shop;

import java.util.Locale;

/** Where the money of an order is; the names are those of the Admin API. */
public enum FinancialStatus {
  PENDING,
  PAID,
  PARTIALLY_REFUNDED,
  REFUNDED,
  VOIDED;

  /** As {@code financial_status} of webhooks. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
