package dev.musubi.local.line;

/** Is told what the simulator is busy with, so that its owner knows when the world is idle. */
@FunctionalInterface
public interface Activity {

  /** Nobody wants to know. */
  Activity UNWATCHED = what -> () -> {};

  /**
   * Something began; it ends when the answer is closed.
   *
   * @param what a few words without ids, names or texts
   */
  Running begin(String what);

  /** Something under way. */
  interface Running extends AutoCloseable {
    @Override
    void close();
  }
}
