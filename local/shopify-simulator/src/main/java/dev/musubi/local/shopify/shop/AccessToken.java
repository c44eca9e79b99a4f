package dev.musubi.local.shopify.shop;

import java.time.Instant;

/** An Admin API access token of one shop, dead from {@code expiresAt} on. */
public record AccessToken(String value, Instant expiresAt) {
  @Override
  public String toString() {
    return "AccessToken[expiresAt=" + expiresAt + "]";
  }
}
