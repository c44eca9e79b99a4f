package dev.musubi.local.shopify.shop;

import java.util.List;

/**
 * A shop as it is opened: who it is, its app, where it sells, where the app listens, its products.
 */
public record ShopSpec(
    String handle,
    String name,
    AppCredentials app,
    Market market,
    MusubiAddresses musubi,
    List<ProductSpec> products) {
  public ShopSpec {
    Handles.check(handle, "handle");
    if (handle.equals("admin")) {
      throw new IllegalArgumentException(
          "'handle' must not be 'admin', which is the API's own path");
    }
    Require.text(name, "name");
    products = List.copyOf(products);
  }

  public String domain() {
    return handle + ".myshopify.com";
  }

  /** The shop's number, which only its own webhooks name. */
  public long number() {
    return 60_000_000_000L + Integer.toUnsignedLong(handle.hashCode());
  }

  /** An address of the public storefront. */
  public String url(String path) {
    return "https://" + domain() + path;
  }

  /** The address of a product's picture; https, as LINE demands of pictures in messages. */
  public String imageUrl(String productHandle) {
    return url("/cdn/shop/products/" + productHandle + ".png");
  }
}
