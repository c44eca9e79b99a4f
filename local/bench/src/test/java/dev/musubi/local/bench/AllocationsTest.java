package dev.musubi.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How much memory one webhook or one message takes: a figure that no noise of the machine moves, as
 * long as the compiler leaves allocations alone (this module's tests run with the first one only).
 */
class AllocationsTest {
  private static final int WARM_UP = 300;
  private static final int TIMES = 200;
  private static final int ROUNDS = 5;
  private static final double TOLERANCE = 0.10;
  private static final long LEAST = 64;

  static Stream<String> operations() {
    return Operations.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_operation_takes_no_more_memory_than_is_recorded(String name) throws IOException {
    long recorded = Long.parseLong(recorded().getProperty(name, "0"));
    long measured = bytes(Operations.all().get(name));
    long slack = Math.max(LEAST, (long) (recorded * TOLERANCE));

    assertThat(measured)
        .as(
            "%s takes %,d bytes, %,d are recorded. If that is worth it, write %s=%d into"
                + " local/bench/src/test/resources/allocations.properties and say why in the"
                + " commit; if not, `make jmh` shows what each operation takes, and a recording"
                + " with -XX:StartFlightRecording who asks for it.",
            name, measured, recorded, name, measured)
        .isLessThanOrEqualTo(recorded + slack);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void a_record_that_was_left_far_below_is_brought_down(String name) throws IOException {
    long recorded = Long.parseLong(recorded().getProperty(name, "0"));
    long measured = bytes(Operations.all().get(name));

    assertThat(recorded)
        .as(
            "%s takes only %,d bytes now: write %s=%d into allocations.properties, so that the gain"
                + " is kept.",
            name, measured, name, measured)
        .isLessThanOrEqualTo(Math.max(2 * LEAST, (long) (measured * 1.3)));
  }

  @Test
  void every_record_is_of_an_operation() throws IOException {
    assertThat(recorded().stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(Operations.all().keySet());
  }

  private static Properties recorded() throws IOException {
    Properties recorded = new Properties();
    try (InputStream in = AllocationsTest.class.getResourceAsStream("/allocations.properties")) {
      recorded.load(in);
    }
    return recorded;
  }

  /** The least of several rounds: now and then the JDK itself allocates on the way. */
  private static long bytes(Supplier<Object> operation) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int at = 0; at < WARM_UP; at++) {
      operation.get();
    }
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int at = 0; at < TIMES; at++) {
        operation.get();
      }
      least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / TIMES);
    }
    return least;
  }
}
