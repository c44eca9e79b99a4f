package dev.musubi.local.world.runtime;

import java.util.concurrent.CompletableFuture;

/** Invokes a function of the world by its name and waits for its answer. */
@FunctionalInterface
public interface Invoker {
  /**
   * Invokes {@code function} with a JSON payload. The answer always comes, at the latest with the
   * function's timeout, and fails only with an {@link IllegalArgumentException} for a name that no
   * function has.
   */
  CompletableFuture<InvocationResult> invoke(String function, byte[] payload);
}
