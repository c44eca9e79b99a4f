package dev.musubi.testkit.functions;

import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as LINE and Shopify do, independently of the code that verifies.
 *
 * @see <a href="https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/">Verify
 *     webhook signature</a>
 * @see <a
 *     href="https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies">Authenticate
 *     app proxies</a>
 */
public final class Signed {

  private Signed() {}

  /** The signature of a webhook's body, as both platforms write it. */
  public static String body(byte[] body, Secret secret) {
    return Base64.getEncoder().encodeToString(hmac(body, secret));
  }

  public static String body(String body, Secret secret) {
    return body(body.getBytes(StandardCharsets.UTF_8), secret);
  }

  /** The raw query of an app-proxy request; {@code customer} is empty when nobody is logged in. */
  public static String query(
      ExampleShop shop, String customer, Instant at, Map<String, String> others) {
    return query(shop, shop.clientSecret(), customer, at, others);
  }

  public static String query(
      ExampleShop shop, Secret secret, String customer, Instant at, Map<String, String> others) {
    return query(shop.id(), shop.shop().storefront().proxyPath(), secret, customer, at, others);
  }

  /** The same for any shop; {@code prefix} is the path under which it has the proxy. */
  public static String query(
      ShopId shop,
      String prefix,
      Secret secret,
      String customer,
      Instant at,
      Map<String, String> others) {
    SortedMap<String, String> query = new TreeMap<>(others);
    query.put("shop", shop.domain());
    query.put("path_prefix", prefix);
    query.put("logged_in_customer_id", customer);
    query.put("timestamp", Long.toString(at.getEpochSecond()));
    StringBuilder message = new StringBuilder();
    query.forEach((name, value) -> message.append(name).append('=').append(value));
    byte[] signature = hmac(message.toString().getBytes(StandardCharsets.UTF_8), secret);
    query.put("signature", HexFormat.of().formatHex(signature));
    return query.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] message, Secret secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
