package dev.musubi.local.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code make jmh}: the time and the memory of each of the {@link Operations}.
 *
 * @see <a href="https://github.com/openjdk/jmh">JMH</a>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InProcess {
  /** The name of an operation. */
  @Param({"line-webhook", "shopify-webhook", "send-table", "render-flex", "intent-codec", "pace"})
  public String operation;

  private Supplier<Object> chosen;

  @Setup
  public void choose() {
    chosen = Operations.all().get(operation);
  }

  @Benchmark
  public Object once() {
    return chosen.get();
  }
}
