package dev.musubi.lambda;

import dev.musubi.core.shop.Entropy;
import dev.musubi.testkit.contracts.EntropyContract;

class SystemEntropyTest extends EntropyContract {

  @Override
  protected Entropy entropy() {
    return new SystemEntropy();
  }
}
