package dev.musubi.local.world.runtime;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One request to a function on its way through an environment. */
record Invocation(String requestId, byte[] payload, CompletableFuture<InvocationResult> result) {
  /** What an environment is handed when it asks for its next invocation. */
  record Delivery(Invocation invocation, String functionArn, Instant deadline) {}

  void fail(String type, String message) {
    result.complete(
        InvocationResult.Failed.of(type, "RequestId: %s Error: %s".formatted(requestId, message)));
  }
}
