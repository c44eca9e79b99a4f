package dev.musubi.core.sending;

import java.util.OptionalLong;

/**
 * The channel's monthly messages: LINE's limit, if the plan has one, and what is used of it;
 * approximate.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#get-quota">Get the target
 *     limit</a>
 */
public record Quota(OptionalLong limit, long used) {

  public static final Quota UNLIMITED = new Quota(OptionalLong.empty(), 0);

  public Quota {
    if (used < 0 || limit.isPresent() && limit.getAsLong() < 0) {
      throw new IllegalArgumentException("'limit' and 'used' must not be negative");
    }
  }

  /** Whether promotional messages may still use it when {@code reserve} is kept for the others. */
  public boolean leaves(int reserve) {
    return limit.isEmpty() || used < limit.getAsLong() - reserve;
  }
}
