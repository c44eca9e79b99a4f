package dev.musubi.testkit.contracts;

import dev.musubi.core.shop.Entropy;
import dev.musubi.testkit.memory.SeededEntropy;

class SeededEntropyTest extends EntropyContract {

  @Override
  protected Entropy entropy() {
    return new SeededEntropy(7);
  }
}
