package dev.musubi.local.line;

import java.util.Arrays;
import java.util.List;

/** How a message-sending call can be made to fail. */
public enum FaultKind {
  RATE_LIMIT("429"),
  MONTHLY_LIMIT("monthly-limit"),
  SERVER_ERROR("500"),
  TIMEOUT("timeout"),
  TIMEOUT_AFTER_ACCEPT("timeout-after-accept"),
  CONNECTION_RESET("connection-reset");

  private final String word;

  FaultKind(String word) {
    this.word = word;
  }

  /** The fault by the word that people write, such as {@code timeout-after-accept}. */
  public static FaultKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'fault' must be one of " + words()));
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(FaultKind::word).toList();
  }

  public String word() {
    return word;
  }
}
