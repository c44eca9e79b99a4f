package dev.musubi.local.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a person stands to an official account.
 *
 * @param wroteAt when the person last wrote to it
 * @param notified whether the person ever got a notification message of it
 */
record Friendship(Standing standing, Optional<Instant> wroteAt, boolean notified) {
  static final Friendship NONE = new Friendship(Standing.STRANGER, Optional.empty(), false);
  private static final Duration OPEN_AFTER_WRITING = Duration.ofDays(7);

  enum Standing {
    STRANGER,
    FRIEND,
    BLOCKED
  }

  boolean friend() {
    return standing == Standing.FRIEND;
  }

  boolean blocked() {
    return standing == Standing.BLOCKED;
  }

  Friendship as(Standing next) {
    return new Friendship(next, wroteAt, notified);
  }

  Friendship wrote(Instant now) {
    return new Friendship(standing, Optional.of(now), notified);
  }

  Friendship notifiedOnce() {
    return new Friendship(standing, wroteAt, true);
  }

  /** Whether there is a chat on the phone, so that the account can be blocked. */
  boolean inTouch() {
    return known() || notified;
  }

  /** Friends get messages, and so does for seven days who wrote without being one. */
  boolean receives(Instant now) {
    return switch (standing) {
      case FRIEND -> true;
      case BLOCKED -> false;
      case STRANGER -> wroteAt.filter(at -> !now.isAfter(at.plus(OPEN_AFTER_WRITING))).isPresent();
    };
  }

  /** Whose profile LINE shows: friends, and who wrote. */
  boolean known() {
    return friend() || (!blocked() && wroteAt.isPresent());
  }
}
