package dev.musubi.local.shopify.shop;

/** An act that the shop itself would not let happen, such as buying what is sold out; says why. */
public final class ActRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ActRefused(String reason) {
    super(reason);
  }
}
