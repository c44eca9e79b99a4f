package dev.musubi.local.shopify.shop;

import java.time.Instant;

/** A parcel of an order. */
public record Fulfillment(long id, int sequence, String trackingNumber, Instant createdAt) {}
