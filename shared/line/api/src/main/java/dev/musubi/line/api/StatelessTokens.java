package dev.musubi.line.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.Secrets;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.ShopSecrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stateless channel access tokens, one a shop, good for 15 minutes and used for {@link #KEPT}.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token">Issue
 *     stateless channel access token</a>
 */
public final class StatelessTokens {
  static final Duration KEPT = Duration.ofMinutes(12);

  /** A batch whose first send got no token does not wait for one again with every other send. */
  static final Duration FAILURE_KEPT = Duration.ofSeconds(5);

  /** With two of these and two calls to LINE, a send still ends before its lease does. */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final URI endpoint;
  private final ShopSecrets secrets;
  private final InstantSource clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final ObjectMapper json = new ObjectMapper();
  private final Map<ShopId, Slot> slots = new ConcurrentHashMap<>();

  public StatelessTokens(LineHosts hosts, ShopSecrets secrets, InstantSource clock) {
    this.endpoint = hosts.api().resolve("/oauth2/v3/token");
    this.secrets = secrets;
    this.clock = clock;
  }

  private record Kept(TokenGrant grant, Instant until) {}

  /** A shop's place in the cache; whoever asks while it is being filled waits for it. */
  private static final class Slot {
    private volatile Optional<Kept> kept = Optional.empty();
  }

  TokenGrant of(ShopId shop) {
    Slot slot = slot(shop);
    synchronized (slot) {
      Optional<Kept> good = slot.kept.filter(kept -> clock.instant().isBefore(kept.until()));
      if (good.isPresent()) {
        return good.get().grant();
      }
      TokenGrant grant = issue(shop);
      Duration life = grant instanceof TokenGrant.Granted ? KEPT : FAILURE_KEPT;
      slot.kept = Optional.of(new Kept(grant, clock.instant().plus(life)));
      return grant;
    }
  }

  /** LINE refused this token: it is not used again. A newer one stays. */
  void drop(ShopId shop, Secret refused) {
    Slot slot = slot(shop);
    synchronized (slot) {
      slot.kept = slot.kept.filter(kept -> token(kept.grant()).filter(refused::equals).isEmpty());
    }
  }

  private static Optional<Secret> token(TokenGrant grant) {
    return grant instanceof TokenGrant.Granted(Secret token)
        ? Optional.of(token)
        : Optional.empty();
  }

  private Slot slot(ShopId shop) {
    return slots.computeIfAbsent(shop, s -> new Slot());
  }

  private TokenGrant issue(ShopId shop) {
    return switch (secrets.of(shop)) {
      case ShopSecrets.Lookup.Found(Secrets found) -> issue(found.line());
      case ShopSecrets.Lookup.Unknown unknown -> new TokenGrant.Denied();
      case ShopSecrets.Lookup.Busy busy -> new TokenGrant.Unanswered("secrets are busy");
    };
  }

  /** During a rotation the previous secret may still be the one that LINE knows. */
  private TokenGrant issue(Secrets.Line line) {
    for (Secret secret : line.channelSecrets()) {
      TokenGrant grant = ask(line.channelId(), secret);
      if (!(grant instanceof TokenGrant.Denied)) {
        return grant;
      }
    }
    return new TokenGrant.Denied();
  }

  private TokenGrant ask(String channelId, Secret secret) {
    String form =
        "grant_type=client_credentials&client_id="
            + URLEncoder.encode(channelId, StandardCharsets.UTF_8)
            + "&client_secret="
            + URLEncoder.encode(secret.value(), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      return grant(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return new TokenGrant.Unanswered("token: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TokenGrant.Unanswered("token: interrupted");
    }
  }

  private TokenGrant grant(HttpResponse<String> response) throws IOException {
    int status = response.statusCode();
    if (status == 400 || status == 401 || status == 403) {
      return new TokenGrant.Denied();
    }
    if (status != 200) {
      return new TokenGrant.Unanswered("token: " + status);
    }
    String token = json.readTree(response.body()).path("access_token").asText();
    return token.isBlank()
        ? new TokenGrant.Unanswered("token: none in the answer")
        : new TokenGrant.Granted(new Secret(token));
  }
}
