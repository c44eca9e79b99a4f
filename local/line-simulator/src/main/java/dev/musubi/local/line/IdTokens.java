package dev.musubi.local.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * ID tokens of web logins: signed with HS256 and the channel secret, good for an hour.
 *
 * @see <a href="https://developers.line.biz/en/docs/line-login/verify-id-token/">ID tokens</a>
 */
final class IdTokens {
  private static final String ISSUER = "https://access.line.me";
  private static final Duration LIFE = Duration.ofHours(1);

  private final ObjectMapper mapper = new ObjectMapper();

  String issue(LoginChannel channel, LoginGrants.Code code, String name, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(code.userId())
            .audience(channel.channelId())
            .expirationTime(Date.from(now.plus(LIFE)))
            .issueTime(Date.from(now))
            .claim("amr", List.of("linesso"));
    code.nonce().ifPresent(nonce -> claims.claim("nonce", nonce));
    if (code.scopes().contains("profile")) {
      claims.claim("name", name);
    }
    try {
      var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).build(), claims.build());
      jwt.sign(new MACSigner(key(channel)));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("an ID token can't be signed", e);
    }
  }

  /** What the token says; refused as LINE does when it is not what the caller expects. */
  JsonNode verify(String token, LoginChannel channel, Expected expected, Instant now) {
    try {
      var jwt = SignedJWT.parse(token);
      if (!jwt.verify(new MACVerifier(key(channel)))) {
        throw refused("Invalid IdToken.");
      }
      var claims = jwt.getJWTClaimsSet();
      expected.require(claims, now);
      return mapper.readTree(claims.toString());
    } catch (ParseException | JOSEException | JsonProcessingException e) {
      throw refused("Invalid IdToken.");
    }
  }

  /** What the caller says that the token must hold. */
  record Expected(String audience, Optional<String> nonce, Optional<String> userId) {
    private void require(JWTClaimsSet claims, Instant now) {
      if (!claims.getAudience().contains(audience)) {
        throw refused("Invalid IdToken Audience.");
      }
      if (!now.isBefore(claims.getExpirationTime().toInstant())) {
        throw refused("IdToken expired.");
      }
      if (nonce.isPresent() && !nonce.get().equals(claims.getClaim("nonce"))) {
        throw refused("Invalid IdToken Nonce.");
      }
      if (userId.isPresent() && !userId.get().equals(claims.getSubject())) {
        throw refused("Invalid IdToken Subject Identifier.");
      }
    }
  }

  private static Refused refused(String description) {
    return OAuth.refused("invalid_request", description);
  }

  /**
   * The secret's characters as they stand; the signer wants at least 32 of them, as LINE's have.
   */
  private static byte[] key(LoginChannel channel) {
    return channel.channelSecret().getBytes(StandardCharsets.UTF_8);
  }
}
