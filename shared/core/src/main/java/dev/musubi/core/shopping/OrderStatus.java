package dev.musubi.core.shopping;

/** What a customer is told about an order. */
public enum OrderStatus {
  /** Placed; whether it is paid already is read when it is told. */
  PLACED,
  /** Paid later than it was placed, as by bank transfer or in a convenience store. */
  PAID,
  CANCELLED,
  /** Refunded in part or in full without being cancelled. */
  REFUNDED
}
