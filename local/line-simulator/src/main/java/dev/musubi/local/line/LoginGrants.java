package dev.musubi.local.line;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people granted to a LINE Login channel: codes, which are good once and for ten minutes, and
 * tokens, which live for 30 days and can be refreshed for 90.
 */
final class LoginGrants {
  static final Duration ACCESS = Duration.ofDays(30);
  private static final Duration REFRESH = Duration.ofDays(90);
  private static final Duration CODE = Duration.ofMinutes(10);

  private Map<String, Code> codes = new LinkedHashMap<>();
  private Map<String, Grant> tokens = new LinkedHashMap<>();

  /** What a code stands for; {@code challenge} is that of PKCE. */
  record Code(
      String userId,
      URI callback,
      List<String> scopes,
      Optional<String> nonce,
      Optional<String> challenge,
      Instant issued) {}

  /** What an access token stands for. */
  record Grant(
      String userId, List<String> scopes, Instant expiry, String refreshToken, Instant last) {
    boolean good(Instant now) {
      return now.isBefore(expiry);
    }

    String scope() {
      return String.join(" ", scopes);
    }
  }

  void issue(String code, Code granted) {
    codes.put(code, granted);
  }

  /** Takes a code out, whatever comes of it; empty for one that is no good. */
  Optional<Code> spend(String code, Instant now) {
    return Optional.ofNullable(codes.remove(code))
        .filter(granted -> now.isBefore(granted.issued.plus(CODE)));
  }

  Grant issue(String token, Code code, String refreshToken, Instant now) {
    var grant =
        new Grant(code.userId, code.scopes, now.plus(ACCESS), refreshToken, now.plus(REFRESH));
    tokens.put(token, grant);
    return grant;
  }

  /** A new access token for a refresh token, whose own end stays; empty when it is no good. */
  Optional<Grant> refresh(String refreshToken, String next, Instant now) {
    var earlier =
        tokens.entrySet().stream()
            .filter(one -> one.getValue().refreshToken.equals(refreshToken))
            .filter(one -> now.isBefore(one.getValue().last))
            .findFirst();
    earlier.ifPresent(
        one -> {
          var grant = one.getValue();
          tokens.remove(one.getKey());
          tokens.put(
              next,
              new Grant(grant.userId, grant.scopes, now.plus(ACCESS), refreshToken, grant.last));
        });
    return earlier.map(one -> tokens.get(next));
  }

  Optional<Grant> find(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  void revoke(String token) {
    tokens.remove(token);
  }

  /** Ends everything that a person granted. */
  void end(String userId) {
    tokens.values().removeIf(grant -> grant.userId.equals(userId));
    codes.values().removeIf(code -> code.userId.equals(userId));
  }
}
