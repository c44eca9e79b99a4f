package dev.musubi.shopify.events;

import dev.musubi.core.people.CustomerId;
import dev.musubi.core.shop.Secret;
import dev.musubi.core.shop.ShopId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a token of ours says, signed with a key that is derived from the shop's client secret and
 * the sort of token: {@code base64url(claims).base64url(hmac)}.
 */
record Claims(ShopId shop, CustomerId customer, String purpose, Instant expires) {

  private static final Pattern PURPOSE = Pattern.compile("[a-z-]{1,40}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final int LONGEST = 400;

  Claims {
    if (!PURPOSE.matcher(purpose).matches()) {
      throw new IllegalArgumentException("'purpose' must be 1 to 40 small letters and hyphens");
    }
  }

  String signed(String label, Secret secret) {
    byte[] said = said().getBytes(StandardCharsets.UTF_8);
    return ENCODER.encodeToString(said)
        + "."
        + ENCODER.encodeToString(Hmac.of(Hmac.key(secret, label), said));
  }

  private String said() {
    return shop + "|" + customer + "|" + purpose + "|" + expires.getEpochSecond();
  }

  /** What a token claims, before anything about it is proven. */
  static Optional<Claims> claimed(String token) {
    String[] parts = token == null || token.length() > LONGEST ? new String[0] : token.split("\\.");
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      return read(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What a token says that one of the secrets signed and that is not over yet. */
  static Optional<Claims> proven(String token, String label, List<Secret> secrets, Instant now) {
    return claimed(token)
        .filter(said -> Hmac.madeByOneOf(secrets, secret -> said.signed(label, secret), token))
        .filter(claims -> claims.expires().isAfter(now));
  }

  private static Optional<Claims> read(String said) {
    String[] claims = said.split("\\|", -1);
    if (claims.length != 4
        || !PURPOSE.matcher(claims[2]).matches()
        || !SECONDS.matcher(claims[3]).matches()) {
      return Optional.empty();
    }
    Instant expires = Instant.ofEpochSecond(Long.parseLong(claims[3]));
    return ShopId.parse(claims[0])
        .flatMap(
            shop ->
                CustomerId.parse(claims[1])
                    .map(customer -> new Claims(shop, customer, claims[2], expires)));
  }
}
