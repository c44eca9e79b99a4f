package dev.musubi.local.line;

import static dev.musubi.local.line.Line.CHANNEL_ID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;

/** A channel's assertion signing key, registered, and what it signs. */
final class Assertions {
  private final Line line;
  private RSAKey key;
  private String keyId;

  Assertions(Line line) throws JOSEException {
    this.line = line;
    this.key = new RSAKeyGenerator(2048).generate();
    register();
  }

  void register() {
    keyId = line.simulator.registerKey(CHANNEL_ID, key.toPublicJWK().toJSONString());
  }

  /** Signs with another key from now on, under the id of the registered one. */
  void forge() throws JOSEException {
    key = new RSAKeyGenerator(2048).generate();
  }

  void name(String otherKeyId) {
    keyId = otherKeyId;
  }

  String assertion(Duration life, long tokenSeconds) throws JOSEException {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(CHANNEL_ID)
            .subject(CHANNEL_ID)
            .audience("https://api.line.me/")
            .expirationTime(Date.from(line.clock.instant().plus(life)))
            .claim("token_exp", tokenSeconds)
            .build();
    var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }
}
