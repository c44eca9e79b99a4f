package dev.musubi.local.stack;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** A Lambda function: its code, its limits, what it is given and may do, and what starts it. */
public record LambdaFunction(
    Named named,
    Code code,
    Limits limits,
    Map<String, String> environment,
    Statements statements,
    Triggers triggers)
    implements Resource {

  /** Handler as the runtime takes it, and the folder or zip it is in. */
  public record Code(String handler, String uri) {

    /** Refuses a blank handler. */
    public Code {
      if (handler.isBlank()) {
        throw new IllegalArgumentException("'Handler' must not be blank");
      }
    }
  }

  /** Memory in MB, time for one invocation, and how many may run at once where that is capped. */
  public record Limits(int memoryMegabytes, Duration timeout, OptionalInt reservedConcurrency) {

    /** Holds the limits of Lambda: 128 to 10,240 MB, 1 to 900 s. */
    public Limits {
      if (memoryMegabytes < 128 || memoryMegabytes > 10_240) {
        throw new IllegalArgumentException("'MemorySize' must be between 128 and 10240");
      }
      if (timeout.compareTo(Duration.ofSeconds(1)) < 0
          || timeout.compareTo(Duration.ofSeconds(900)) > 0) {
        throw new IllegalArgumentException("'Timeout' must be between 1 and 900");
      }
    }
  }
}
