package dev.musubi.local.world.frontdoor;

/** How a call ends for its caller. */
sealed interface Outcome {
  /** With an answer. */
  record Answered(AwsAnswer answer) implements Outcome {}

  /** Never: the caller's own patience ends it. */
  record Silence() implements Outcome {}

  /** With a broken connection. */
  record Broken() implements Outcome {}
}
