package dev.musubi.local.shopify.webhook;

/** The order in which webhooks that were kept back go out. */
public enum ReleaseOrder {
  AS_HAPPENED,
  NEWEST_FIRST
}
