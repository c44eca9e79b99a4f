package dev.musubi.core.sending;

import dev.musubi.core.people.PhoneHash;
import dev.musubi.core.shop.Shop;
import dev.musubi.core.wording.Composed;
import dev.musubi.core.wording.Content;
import java.time.Instant;
import java.util.Optional;

/** What is known of an intent's subject at the moment of sending. */
public interface SubjectFacts {

  /** Until when it is too early to judge the message at all, or nothing if its time has come. */
  default Optional<Verdict.Defer> tooEarly(Instant now) {
    return Optional.empty();
  }

  /** Why the message is of no use any more, or nothing if it still is. */
  Optional<Reason> objection();

  /** Why a message that is already composed is of no use any more, or nothing if it still is. */
  Optional<Reason> objection(Composed frozen);

  /** By which phone who is no friend may be told, if the message is one of service. */
  default Optional<PhoneHash> phone() {
    return Optional.empty();
  }

  /** What the message says; asked only while there is no objection. */
  Content content(Shop shop);
}
