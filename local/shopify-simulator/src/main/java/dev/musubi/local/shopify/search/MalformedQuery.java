package dev.musubi.local.shopify.search;

/** A text that is no question in Shopify's search syntax; says why. */
public final class MalformedQuery extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedQuery(String reason) {
    super(reason);
  }
}
