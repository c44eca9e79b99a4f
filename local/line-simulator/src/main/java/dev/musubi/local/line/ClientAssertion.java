package dev.musubi.local.line;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The JWT by which a channel shows that it holds the private half of a registered key.
 *
 * @see <a
 *     href="https://developers.line.biz/en/docs/messaging-api/generate-json-web-token/">generating
 *     a JWT</a>
 */
final class ClientAssertion {
  private static final String AUDIENCE = "https://api.line.me/";
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final OAuthClient client;
  private final JWTClaimsSet claims;

  private ClientAssertion(OAuthClient client, JWTClaimsSet claims) {
    this.client = client;
    this.claims = claims;
  }

  OAuthClient client() {
    return client;
  }

  /** How long the token is to live: at most 30 days, which is LINE's limit. */
  Duration tokenLife() {
    try {
      var seconds = Optional.ofNullable(claims.getLongClaim("token_exp")).orElse(0L);
      if (seconds < 1 || seconds > AccessTokens.MONTH.toSeconds()) {
        throw refused("Invalid token_exp");
      }
      return Duration.ofSeconds(seconds);
    } catch (ParseException e) {
      throw refused("Invalid token_exp");
    }
  }

  /** Reads and verifies; refuses as LINE does. */
  static ClientAssertion of(String jwt, List<? extends OAuthClient> clients, Instant now) {
    try {
      var signed = SignedJWT.parse(jwt);
      var claims = signed.getJWTClaimsSet();
      var client =
          clients.stream()
              .filter(one -> one.channelId().equals(claims.getIssuer()))
              .findFirst()
              .orElseThrow(() -> refused("Invalid iss"));
      verify(signed, client);
      require(claims, client, now);
      return new ClientAssertion(client, claims);
    } catch (ParseException e) {
      throw refused("Invalid client_assertion");
    }
  }

  private static void verify(SignedJWT jwt, OAuthClient client) throws ParseException {
    var keyId = Optional.ofNullable(jwt.getHeader().getKeyID()).orElse("");
    var key = Optional.ofNullable(client.assertionKeys().get(keyId));
    if (key.isEmpty()) {
      throw new Refused(404, "Cannot find channel key that satisfies the conditions");
    }
    try {
      var right =
          JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
              && jwt.verify(new RSASSAVerifier(RSAKey.parse(key.get())));
      if (!right) {
        throw refused("Invalid client_assertion");
      }
    } catch (JOSEException e) {
      throw refused("Invalid client_assertion");
    }
  }

  private static void require(JWTClaimsSet claims, OAuthClient client, Instant now) {
    if (!client.channelId().equals(claims.getSubject())) {
      throw refused("Invalid sub");
    }
    if (!claims.getAudience().contains(AUDIENCE)) {
      throw refused("Invalid aud");
    }
    var expiry = Optional.ofNullable(claims.getExpirationTime()).map(Date::toInstant);
    var good = expiry.filter(at -> now.isBefore(at) && !at.isAfter(now.plus(LONGEST)));
    if (good.isEmpty()) {
      throw refused("Invalid exp");
    }
  }

  private static Refused refused(String description) {
    return OAuth.refused("invalid_client", description);
  }
}
