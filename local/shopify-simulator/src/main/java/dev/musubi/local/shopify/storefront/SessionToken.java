package dev.musubi.local.shopify.storefront;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.ShopSpec;
import dev.musubi.local.shopify.webhook.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The session tokens that Shopify gives to UI extensions: JWTs of five minutes, signed HS256 with
 * the client secret, which name a customer only if somebody is logged in and the app may read
 * customers.
 *
 * @see <a
 *     href="https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/platform-apis/session-token-api">Shopify:
 *     session token API</a>
 */
public final class SessionToken {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private SessionToken() {}

  /** {@code dest} is the shop's domain, without the {@code https://} that admin tokens have. */
  public static String of(ShopSpec shop, Optional<Long> customer, Instant now, String id) {
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("dest", shop.domain()).put("aud", shop.app().clientId());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    claims.put("nbf", now.getEpochSecond()).put("iat", now.getEpochSecond()).put("jti", id);
    customer
        .filter(c -> shop.app().mayUse("read_customers"))
        .ifPresent(c -> claims.put("sub", Numbers.gid("Customer", c)));
    String signed = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims.toString());
    byte[] signature =
        Signature.hash(shop.app().clientSecret(), signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature);
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
