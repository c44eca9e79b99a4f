package dev.musubi.local.world.scheduler;

/** Starts functions for rules; the invocation is asynchronous, as it is for EventBridge. */
@FunctionalInterface
public interface FunctionStart {
  /** Hands over {@code event}, JSON, for the function of that logical id, and does not wait. */
  void start(String logicalId, String event);
}
