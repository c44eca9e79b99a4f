package dev.musubi.local.simulation.history;

import dev.musubi.local.simulation.plan.Act;
import dev.musubi.local.simulation.plan.Peril;
import java.time.Instant;

/** One thing that happened in the world, with its time. */
public sealed interface Fact {

  Instant at();

  /** Somebody did it. */
  record Acted(Instant at, Act act) implements Fact {}

  /** The platform that tells of an act was answered that it is known. */
  record Told(Instant at, Act act, boolean queued) implements Fact {}

  /** What was told is worked through: nothing of it is on its way any more. */
  record Settled(Instant at, Act act) implements Fact {}

  /** Who did it waited for the answer, and this is it. */
  record Answered(Instant at, Act act, boolean done) implements Fact {}

  /** LINE was asked to deliver. */
  record Pushed(Instant at, int shop, int account, String key, Message message, Answer answer)
      implements Fact {}

  /** LINE was asked for a notification message to the phone of a customer. */
  record Notified(Instant at, int shop, int customer, String tag, Message message, Answer answer)
      implements Fact {}

  /**
   * A message was decided on: it has to end in one outcome; {@code name} tells it from others of
   * the same occasion.
   */
  record Intended(Instant at, int shop, int customer, String kind, String occasion, String name)
      implements Fact {}

  /** A peril struck. */
  record Struck(Instant at, Peril peril, String where, String name) implements Fact {}

  /** Something that no rule looks at; a story leaves out what is {@code fine}. */
  record Noted(Instant at, String what, boolean fine) implements Fact {}

  /** What LINE did with a push. */
  enum Answer {
    ARRIVED("it arrives"),
    NOT_SHOWN("it is accepted, but the account is no friend"),
    KNOWN("it was accepted before"),
    REFUSED("it is refused"),
    FAILED("it fails");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** Whether it counts as a message that was sent. */
    public boolean accepted() {
      return this == ARRIVED || this == NOT_SHOWN;
    }
  }
}
