package dev.musubi.aws.dynamodb;

/** Waits between tries: 10 ms, doubled with each, at most 640 ms; gives up after twelve. */
final class Patience {

  private static final int MOST_TRIES = 12;
  private static final int LONGEST_SHIFT = 6;

  private int tries;

  /** Waits before another try, or throws if there were enough; {@code what} says what failed. */
  void again(String what) {
    tries++;
    if (tries == MOST_TRIES) {
      throw new IllegalStateException(what + " too often, to be tried again later");
    }
    try {
      Thread.sleep(10L << Math.min(tries - 1, LONGEST_SHIFT));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to try again", e);
    }
  }
}
