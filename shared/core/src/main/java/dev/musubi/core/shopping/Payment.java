package dev.musubi.core.shopping;

/**
 * Where the money of an order is; later ones win over earlier ones heard at the same second.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFinancialStatus">OrderDisplayFinancialStatus</a>
 */
public enum Payment {
  /** To be paid by bank transfer, in a convenience store and the like. */
  PENDING,
  /** The card is good; it is charged later. */
  AUTHORIZED,
  PARTIALLY_PAID,
  PAID,
  PARTIALLY_REFUNDED,
  REFUNDED,
  VOIDED,
  EXPIRED;

  /** The buyer still has to do something. */
  public boolean awaited() {
    return this == PENDING || this == PARTIALLY_PAID;
  }
}
