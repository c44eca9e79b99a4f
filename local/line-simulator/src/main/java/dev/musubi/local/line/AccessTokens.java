package dev.musubi.local.line;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The channel access tokens of a channel: stateless ones without number, thirty with a chosen end,
 * thirty short-lived ones of which the oldest gives way, one long-lived.
 *
 * @see <a href="https://developers.line.biz/en/docs/basics/channel-access-token/">channel access
 *     tokens</a>
 */
final class AccessTokens {
  static final Duration STATELESS_LIFE = Duration.ofMinutes(15);
  static final Duration MONTH = Duration.ofDays(30);
  private static final int MOST = 30;
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private Map<String, Token> tokens = new LinkedHashMap<>();

  /** The kinds of tokens. */
  enum Kind {
    STATELESS,
    /** Version 2.1, with an end that the channel chose. */
    CHOSEN,
    SHORT_LIVED,
    LONG_LIVED
  }

  /**
   * One token.
   *
   * @param keyId of a token with a chosen end
   */
  record Token(Kind kind, Instant expiry, Optional<String> keyId) {
    boolean good(Instant now) {
      return now.isBefore(expiry);
    }

    long secondsLeft(Instant now) {
      return Duration.between(now, expiry).toSeconds();
    }
  }

  void stateless(String token, Instant now) {
    put(token, new Token(Kind.STATELESS, now.plus(STATELESS_LIFE), Optional.empty()), now);
  }

  /** Whether another token with a chosen end may be issued. */
  boolean roomForChosen(Instant now) {
    return good(Kind.CHOSEN, now).size() < MOST;
  }

  void chosen(String token, String keyId, Instant expiry, Instant now) {
    put(token, new Token(Kind.CHOSEN, expiry, Optional.of(keyId)), now);
  }

  void shortLived(String token, Instant now) {
    var earlier = good(Kind.SHORT_LIVED, now);
    if (earlier.size() >= MOST) {
      tokens.remove(earlier.getFirst());
    }
    put(token, new Token(Kind.SHORT_LIVED, now.plus(MONTH), Optional.empty()), now);
  }

  /** The console's one token; the former one is no good from now on. */
  void longLived(String token, Instant now) {
    tokens.values().removeIf(one -> one.kind == Kind.LONG_LIVED);
    put(token, new Token(Kind.LONG_LIVED, NEVER, Optional.empty()), now);
  }

  boolean good(String token, Instant now) {
    return find(token).filter(one -> one.good(now)).isPresent();
  }

  Optional<Token> find(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  /** The key ids of the good tokens with a chosen end. */
  List<String> keyIds(Instant now) {
    return good(Kind.CHOSEN, now).stream().flatMap(one -> tokens.get(one).keyId.stream()).toList();
  }

  /** Ends a token; stateless ones can't be ended. */
  void revoke(String token) {
    find(token).filter(one -> one.kind != Kind.STATELESS).ifPresent(one -> tokens.remove(token));
  }

  private List<String> good(Kind kind, Instant now) {
    return tokens.entrySet().stream()
        .filter(one -> one.getValue().kind == kind && one.getValue().good(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Expired stateless tokens are forgotten; of the others LINE says that they expired. */
  private void put(String token, Token issued, Instant now) {
    tokens.values().removeIf(one -> one.kind == Kind.STATELESS && !one.good(now));
    tokens.put(token, issued);
  }
}
