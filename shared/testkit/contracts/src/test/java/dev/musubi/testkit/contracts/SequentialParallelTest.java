package dev.musubi.testkit.contracts;

import dev.musubi.core.sending.Parallel;
import dev.musubi.testkit.memory.SequentialParallel;

class SequentialParallelTest extends ParallelContract {

  @Override
  protected Parallel parallel() {
    return new SequentialParallel();
  }
}
