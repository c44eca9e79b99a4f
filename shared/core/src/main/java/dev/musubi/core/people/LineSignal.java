package dev.musubi.core.people;

import dev.musubi.core.shop.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one LINE webhook event means to Musubi. {@code id} is LINE's own event id, the same when it
 * is delivered again.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects">Webhook
 *     event objects</a>
 */
public sealed interface LineSignal {

  /**
   * What every signal from a person carries; {@code at} is when it happened, also when it comes
   * late.
   */
  record From(String id, LineUserId user, Instant at, Optional<ReplyToken> reply) {
    public From {
      Objects.requireNonNull(id, "'id' must not be null");
      Objects.requireNonNull(user, "'user' must not be null");
      Objects.requireNonNull(at, "'at' must not be null");
      Objects.requireNonNull(reply, "'reply' must not be null");
    }
  }

  /** Added the account as a friend, or unblocked it. */
  record Followed(From from) implements LineSignal {}

  record Blocked(From from) implements LineSignal {}

  /** Wants to link: tapped the menu or the greeting, or wrote so. */
  record LinkAsked(From from, EntryRoute route) implements LineSignal {}

  record UnlinkAsked(From from) implements LineSignal {}

  /** Tapped what ends the link, and is asked back. */
  record UnlinkConsidered(From from) implements LineSignal {}

  /** Wants to see what can be chosen. */
  record PreferencesAsked(From from) implements LineSignal {}

  /** Wants some messages, or no longer, or a pause. */
  record Wished(From from, Wish wish) implements LineSignal {}

  /** Asks why a message of that kind came. */
  record WhyAsked(From from, Kind kind) implements LineSignal {}

  /** Confirmed LINE's link dialog. */
  record LinkConfirmed(From from, String nonce) implements LineSignal {}

  /** Something that only shows that the user talks to the account. */
  record Spoke(From from) implements LineSignal {}

  /** A notification message can be seen by whom it was sent to; {@code tag} is its delivery tag. */
  record NoticeDelivered(String tag, Instant at) implements LineSignal {}

  /** An event that Musubi does not act on, a failed link among them; {@code type} is LINE's. */
  record Other(String type) implements LineSignal {}
}
