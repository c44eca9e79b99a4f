package dev.musubi.testkit.memory;

import dev.musubi.core.shop.Entropy;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Bytes that only look unpredictable: the same seed gives the same ones again. */
public final class SeededEntropy implements Entropy {

  private final RandomGenerator generator;

  public SeededEntropy(long seed) {
    this.generator = new SplittableRandom(seed);
  }

  @Override
  public synchronized byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    generator.nextBytes(bytes);
    return bytes;
  }
}
