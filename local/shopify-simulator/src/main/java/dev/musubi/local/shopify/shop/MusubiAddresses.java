package dev.musubi.local.shopify.shop;

import java.net.URI;

/**
 * Where the app listens: the address of its webhooks, the one that Shopify's app proxy forwards
 * {@code /apps/line/*} to, and the one its web pixel posts to.
 */
public record MusubiAddresses(URI webhook, URI appProxy, URI pixel) {
  public MusubiAddresses {
    absolute(webhook, "webhook");
    absolute(appProxy, "appProxy");
    absolute(pixel, "pixel");
  }

  private static void absolute(URI uri, String name) {
    if (!uri.isAbsolute() || uri.getHost() == null) {
      throw new IllegalArgumentException("'" + name + "' must be an absolute address");
    }
  }
}
