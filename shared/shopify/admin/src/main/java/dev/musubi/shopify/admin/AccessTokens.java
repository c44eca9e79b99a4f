package dev.musubi.shopify.admin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Access tokens by client-credentials grant: good for 24 hours, used until an hour before their
 * end, one request for a shop at a time.
 *
 * @see <a
 *     href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant">Client
 *     credentials grant</a>
 */
final class AccessTokens {

  private static final Duration SPARE = Duration.ofHours(1);

  private final AdminHttp http;
  private final AdminBase base;
  private final ShopSecrets secrets;
  private final InstantSource clock;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<ShopId, Token> tokens = new ConcurrentHashMap<>();
  private final Map<ShopId, ReentrantLock> locks = new ConcurrentHashMap<>();

  AccessTokens(AdminHttp http, AdminBase base, ShopSecrets secrets, InstantSource clock) {
    this.http = http;
    this.base = base;
    this.secrets = secrets;
    this.clock = clock;
  }

  private record Token(Secret value, Instant useUntil) {}

  Secret of(ShopId shop) {
    ReentrantLock lock = locks.computeIfAbsent(shop, s -> new ReentrantLock());
    lock.lock();
    try {
      Token token = tokens.get(shop);
      if (token == null || !token.useUntil().isAfter(clock.instant())) {
        token = granted(shop);
        tokens.put(shop, token);
      }
      return token.value();
    } finally {
      lock.unlock();
    }
  }

  /** Shopify does not take this token any more: the next one asked for is another. */
  void rejected(ShopId shop, Secret value) {
    tokens.computeIfPresent(shop, (s, token) -> token.value().equals(value) ? null : token);
  }

  private Token granted(ShopId shop) {
    Instant now = clock.instant();
    Secrets.Shopify credentials = credentials(shop);
    TreeMap<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("Accept", "application/json");
    HttpResponse<String> answer =
        http.post(
            base.accessToken(shop),
            headers,
            "grant_type=client_credentials&client_id="
                + encoded(credentials.clientId())
                + "&client_secret="
                + encoded(credentials.clientSecrets().getFirst().value()));
    if (answer.statusCode() != 200) {
      throw failure("Shopify granted no access token: status " + answer.statusCode());
    }
    return token(answer.body(), now);
  }

  private Token token(String answer, Instant now) {
    try {
      JsonNode grant = json.readTree(answer);
      String value = grant.path("access_token").asText("");
      if (value.isBlank()) {
        throw failure("Shopify's grant holds no access token");
      }
      Duration goodFor = Duration.ofSeconds(grant.path("expires_in").asLong(0));
      Duration used = goodFor.compareTo(SPARE) > 0 ? goodFor.minus(SPARE) : goodFor.dividedBy(2);
      return new Token(new Secret(value), now.plus(used));
    } catch (JacksonException e) {
      throw failure("Shopify's grant is no JSON");
    }
  }

  private Secrets.Shopify credentials(ShopId shop) {
    return switch (secrets.of(shop)) {
      case ShopSecrets.Lookup.Found(Secrets found) -> found.shopify();
      case ShopSecrets.Lookup.Unknown unknown ->
          throw failure("the shop " + shop + " has no credentials");
      case ShopSecrets.Lookup.Busy busy ->
          throw failure("the credentials of the shop " + shop + " can't be read now");
    };
  }

  private static UncheckedIOException failure(String message) {
    return new UncheckedIOException(new IOException(message));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
