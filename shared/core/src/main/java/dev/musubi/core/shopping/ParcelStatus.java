package dev.musubi.core.shopping;

/** What a customer is told about a parcel. */
public enum ParcelStatus {
  SHIPPED,
  DELIVERED
}
