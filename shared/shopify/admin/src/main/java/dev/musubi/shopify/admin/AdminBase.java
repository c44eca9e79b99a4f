package dev.musubi.shopify.admin;

import dev.musubi.core.shop.ShopId;
import java.net.URI;
import java.util.Objects;

/**
 * Where the Admin API of a shop is: a base URL in which {@code {shop}}, if it is there, stands for
 * the shop's handle.
 */
public record AdminBase(String template) {

  /** The version whose answers this module reads. */
  public static final String VERSION = "2026-10";

  public static final AdminBase SHOPIFY = new AdminBase("https://{shop}.myshopify.com");

  public AdminBase {
    Objects.requireNonNull(template, "'template' must not be null");
    if (!template.matches("https?://[^/?#]+/?")) {
      throw new IllegalArgumentException("'template' must be an http origin");
    }
    template = template.endsWith("/") ? template.substring(0, template.length() - 1) : template;
  }

  URI graphql(ShopId shop) {
    return of(shop, "/admin/api/" + VERSION + "/graphql.json");
  }

  URI accessToken(ShopId shop) {
    return of(shop, "/admin/oauth/access_token");
  }

  private URI of(ShopId shop, String path) {
    return URI.create(template.replace("{shop}", shop.handle()) + path);
  }
}
