package dev.musubi.local.world.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One function as the local world runs it: {@code name} is its folder under {@code functions/},
 * {@code logicalId} its name in the template and its access key, {@code zip} what was built, and
 * {@code environment} its variables with every reference resolved.
 *
 * @param memoryMb 128 to 10,240 megabytes, as on Lambda
 * @param timeout 1 s to 15 min
 * @param maxEnvironments how many invocations may run at once, at least 1
 * @param deadLetterQueueUrl where an asynchronous event goes that failed three times
 */
public record FunctionSpec(
    String logicalId,
    String name,
    String handler,
    Path zip,
    int memoryMb,
    Duration timeout,
    Map<String, String> environment,
    int maxEnvironments,
    Optional<String> deadLetterQueueUrl) {
  /** More than two processes per function would not fit on the machine of who tries it out. */
  private static final int MOST_ENVIRONMENTS = 2;

  public FunctionSpec {
    if (name.isBlank() || name.contains("/") || name.startsWith(".")) {
      throw new IllegalArgumentException("'name' must be a plain folder name, not '" + name + "'");
    }
    if (memoryMb < 128 || memoryMb > 10_240) {
      throw new IllegalArgumentException("'memoryMb' must be 128 to 10240");
    }
    if (timeout.toSeconds() < 1 || timeout.toMinutes() > 15) {
      throw new IllegalArgumentException("'timeout' must be 1 s to 15 min");
    }
    if (maxEnvironments < 1) {
      throw new IllegalArgumentException("'maxEnvironments' must be at least 1");
    }
    environment = Map.copyOf(environment);
  }

  int environments() {
    return Math.min(MOST_ENVIRONMENTS, maxEnvironments);
  }
}
