package dev.musubi.local.world.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** How one invocation of a function ended; {@code payload} is the JSON that a caller gets. */
public sealed interface InvocationResult {
  /** The answer, or the description of the error, as UTF-8 JSON. */
  byte[] payload();

  /** The handler answered. */
  record Answered(byte[] payload) implements InvocationResult {}

  /**
   * The handler threw, or its environment timed out or ended; {@code type} is Lambda's error type.
   */
  record Failed(String type, byte[] payload) implements InvocationResult {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Failed of(String type, String message) {
      try {
        return new Failed(
            type, JSON.writeValueAsBytes(Map.of("errorType", type, "errorMessage", message)));
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
