package dev.musubi.local.shopify.shop;

import java.util.List;

/**
 * The Dev Dashboard app of one shop: what the client credentials grant asks for and the scopes that
 * its released version was granted.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/authentication-authorization">Shopify:
 *     authentication and authorization</a>
 */
public record AppCredentials(String clientId, String clientSecret, List<String> scopes) {
  private static final List<String> EVERY_SCOPE_IN_USE =
      List.of(
          "read_customers",
          "write_customers",
          "read_customer_merge",
          "read_products",
          "write_products",
          "read_inventory",
          "read_orders",
          "write_orders",
          "read_fulfillments",
          "write_app_proxy");

  public AppCredentials {
    Require.text(clientId, "clientId");
    Require.text(clientSecret, "clientSecret");
    scopes = List.copyOf(scopes);
  }

  /** An app with every scope that the simulated API asks for. */
  public static AppCredentials withEveryScope(String clientId, String clientSecret) {
    return new AppCredentials(clientId, clientSecret, EVERY_SCOPE_IN_USE);
  }

  /** Whether the scope was granted; writing implies reading, as on Shopify. */
  public boolean mayUse(String scope) {
    return scopes.contains(scope) || scopes.contains(scope.replaceFirst("^read_", "write_"));
  }

  @Override
  public String toString() {
    return "AppCredentials[clientId=" + clientId + "]";
  }
}
