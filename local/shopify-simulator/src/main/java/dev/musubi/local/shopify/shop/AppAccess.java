package dev.musubi.local.shopify.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the Admin API keeps of an app in one shop: its tokens, its calls and its leaky bucket of
 * query points.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/limits">Shopify: API limits</a>
 */
public final class AppAccess {
  public static final int BUCKET = 2_000;
  public static final int RESTORED_PER_SECOND = 100;

  private final List<AccessToken> tokens = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private double points = BUCKET;
  private Instant pointsAt = Instant.EPOCH;

  public void put(AccessToken token, Instant now) {
    tokens.removeIf(old -> !old.expiresAt().isAfter(now));
    tokens.add(token);
  }

  public boolean isLive(String token, Instant now) {
    return tokens.stream().anyMatch(t -> t.value().equals(token) && t.expiresAt().isAfter(now));
  }

  void revokeTokens() {
    tokens.clear();
  }

  public void record(Call call) {
    calls.add(call);
  }

  /** In the order of arrival. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** What may be spent at this moment. */
  public int available(Instant now) {
    if (now.isAfter(pointsAt)) {
      double seconds = Duration.between(pointsAt, now).toMillis() / 1000.0;
      points = Math.min(BUCKET, points + seconds * RESTORED_PER_SECOND);
      pointsAt = now;
    }
    return (int) points;
  }

  public void spend(int cost) {
    points = Math.max(0, points - cost);
  }
}
