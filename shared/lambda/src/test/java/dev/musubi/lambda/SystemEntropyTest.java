package dev.musubi.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemEntropyTest {

  @Test
  void every_call_gives_as_many_new_bytes_as_asked_for() {
    SystemEntropy entropy = new SystemEntropy();
    assertThat(entropy.bytes(32)).hasSize(32).isNotEqualTo(entropy.bytes(32));
  }
}
