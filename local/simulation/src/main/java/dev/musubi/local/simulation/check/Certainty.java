package dev.musubi.local.simulation.check;

/** What may be said of a fact at a moment while news of it may still be on its way. */
enum Certainty {
  YES,
  NO,
  UNSURE;

  static Certainty of(boolean fact) {
    return fact ? YES : NO;
  }
}
