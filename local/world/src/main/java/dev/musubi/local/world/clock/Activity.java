package dev.musubi.local.world.clock;

/** Takes note of what the local world is working on, so that idleness is known and not guessed. */
@FunctionalInterface
public interface Activity {
  /** Something begins; it lasts until the answer is closed, and closing twice does no harm. */
  Work begin(String what);

  /** One piece of work under way. */
  @FunctionalInterface
  interface Work extends AutoCloseable {
    @Override
    void close();
  }
}
