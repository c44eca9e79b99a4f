package dev.musubi.local.shopify.webhook;

/** Learns when a webhook is being sent, so that somebody can wait until nothing is. */
@FunctionalInterface
public interface Activity {
  /**
   * Called before the webhook is sent, while the shops are locked, so it must neither wait nor call
   * the simulator; what it answers is closed after the attempt.
   */
  Ongoing begin(String what);

  /** Something that is under way until closed. */
  @FunctionalInterface
  interface Ongoing extends AutoCloseable {
    @Override
    void close();
  }

  /** Tells nobody. */
  static Activity unobserved() {
    return what -> () -> {};
  }
}
