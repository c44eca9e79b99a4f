package dev.musubi.testkit.contracts.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** What the JDK offers everywhere and only adapters may take. */
final class Ambient {

  private static final List<String> NEEDED =
      List.of(
          "java.lang.Thread",
          "java.security.SecureRandom",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.Timer",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.Executor",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.Future",
          "java.util.concurrent.ScheduledExecutorService",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.concurrent.locks.LockSupport",
          "java.util.random.RandomGenerator");

  private Ambient() {}

  static boolean needed(JavaClass type) {
    return NEEDED.contains(type.getName());
  }

  static boolean called(String owner, String method) {
    return switch (method) {
      case "now" -> owner.startsWith("java.time.");
      case "system", "systemUTC", "systemDefaultZone", "tick", "tickSeconds" ->
          owner.startsWith("java.time.");
      case "nanoTime", "currentTimeMillis" -> owner.equals("java.lang.System");
      case "randomUUID" -> owner.equals("java.util.UUID");
      case "random" -> owner.equals("java.lang.Math");
      case "shuffle" -> owner.equals("java.util.Collections");
      case "parallelStream", "parallel" -> owner.startsWith("java.util.");
      default -> false;
    };
  }

  static boolean unordered(String owner, String method) {
    return switch (owner) {
      case "java.util.Set", "java.util.Map" ->
          method.equals("of") || method.equals("ofEntries") || method.equals("copyOf");
      case "java.util.stream.Collectors" ->
          method.equals("toUnmodifiableSet") || method.equals("toUnmodifiableMap");
      default -> false;
    };
  }
}
