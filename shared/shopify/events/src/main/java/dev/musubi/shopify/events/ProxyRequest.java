package dev.musubi.shopify.events;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.ShopId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request that came through a shop's app proxy, judged by {@link ProxySignature}.
 *
 * @see <a
 *     href="https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies">Authenticate
 *     app proxies</a>
 */
public sealed interface ProxyRequest {

  /**
   * Signed by Shopify a moment ago: who is logged in at the shop, if anybody, under which path the
   * merchant has the proxy, and what else was asked. The customer may see only what is theirs.
   */
  record Genuine(
      ShopId shop,
      Optional<CustomerId> customer,
      Optional<String> pathPrefix,
      SortedMap<String, List<String>> parameters)
      implements ProxyRequest {

    public Genuine {
      Objects.requireNonNull(shop, "'shop' must not be null");
      Objects.requireNonNull(customer, "'customer' must not be null");
      Objects.requireNonNull(pathPrefix, "'pathPrefix' must not be null");
      parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** The value of a parameter that was given exactly once. */
    public Optional<String> parameter(String name) {
      return Optional.ofNullable(parameters.get(name))
          .filter(values -> values.size() == 1)
          .map(List::getFirst);
    }
  }

  /** Not believed; the reason is for our own figures, never for the caller. */
  record Refused(Why why) implements ProxyRequest {
    public Refused {
      Objects.requireNonNull(why, "'why' must not be null");
    }
  }

  /** What was wrong with a refused request. */
  enum Why {
    /** It is no query, or lacks what Shopify adds to each. */
    MALFORMED,
    /** A parameter that Shopify adds is there more than once, or hidden in another one. */
    DOUBLED,
    /** Not signed with any of the shop's secrets. */
    FORGED,
    /** Signed more than 90 seconds ago or ahead. */
    STALE
  }

  /** Which shop the request claims to be from, to find the secrets that prove it. */
  static Optional<ShopId> claimedShop(String rawQuery) {
    return ProxySignature.claimedShop(rawQuery);
  }
}
