package dev.musubi.local.shopify.storefront;

import dev.musubi.local.shopify.webhook.Signature;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The signature of a request that Shopify forwards for the storefront: every parameter decoded,
 * repeated ones joined with commas, sorted, joined with nothing.
 *
 * @see <a
 *     href="https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies">Shopify:
 *     authenticate app proxies</a>
 */
public final class ProxySignature {
  private ProxySignature() {}

  /** Of a raw query string, without its {@code signature} if it has one; in lower-case hex. */
  public static String of(String rawQuery, String clientSecret) {
    byte[] message = message(rawQuery).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Signature.hash(clientSecret, message));
  }

  private static String message(String rawQuery) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (String pair : rawQuery.split("&")) {
      String[] parts = pair.split("=", 2);
      String name = decoded(parts[0]);
      if (!name.isEmpty() && !name.equals("signature")) {
        parameters
            .computeIfAbsent(name, n -> new ArrayList<>())
            .add(parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + String.join(",", e.getValue()))
        .sorted()
        .reduce("", String::concat);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
