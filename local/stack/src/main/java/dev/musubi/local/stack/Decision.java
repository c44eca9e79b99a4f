package dev.musubi.local.stack;

/**
 * What a set of IAM statements says about one action on one resource: an explicit deny wins, and
 * what nothing allows is not granted. See <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">evaluation
 * logic</a>.
 */
public enum Decision {
  /** A statement allows it and none denies it. */
  ALLOWED,
  /** A statement denies it. */
  EXPLICITLY_DENIED,
  /** No statement speaks of it. */
  NOT_GRANTED
}
