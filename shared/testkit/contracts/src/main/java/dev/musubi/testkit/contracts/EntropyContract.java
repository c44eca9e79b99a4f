package dev.musubi.testkit.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.core.shop.Entropy;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Entropy} does. */
public abstract class EntropyContract {

  protected abstract Entropy entropy();

  @Test
  void as_many_bytes_come_as_were_asked_for() {
    Entropy entropy = entropy();

    assertThat(entropy.bytes(0)).isEmpty();
    assertThat(entropy.bytes(1)).hasSize(1);
    assertThat(entropy.bytes(33)).hasSize(33);
  }

  @Test
  void no_sixteen_bytes_come_twice() {
    Entropy entropy = entropy();

    assertThat(IntStream.range(0, 1_000).mapToObj(i -> HexFormat.of().formatHex(entropy.bytes(16))))
        .doesNotHaveDuplicates();
  }
}
