package dev.musubi.local.world.runtime;

/**
 * Hears of every invocation when it is handed in and when it has ended. Called on whichever thread
 * invokes: it must neither block nor fail.
 */
public interface Onlooker {
  /** Hears nothing. */
  Onlooker NOBODY =
      new Onlooker() {
        @Override
        public void begun(String function, byte[] payload) {}

        @Override
        public void ended(String function, byte[] payload, InvocationResult result) {}
      };

  void begun(String function, byte[] payload);

  void ended(String function, byte[] payload, InvocationResult result);
}
