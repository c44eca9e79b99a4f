package dev.musubi.local.world.frontdoor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What can go wrong with an AWS call, by the name that the local world's interface uses. */
public enum Fault {
  /** The service refuses because of too many requests. */
  THROTTLE("throttle"),
  /** The service fails; nothing was done. */
  FAIL("500"),
  /** No answer ever comes; nothing was done. */
  TIMEOUT("timeout"),
  /** The call is carried out and no answer ever comes. */
  TIMEOUT_AFTER_ACCEPT("timeout-after-accept"),
  /** The connection breaks; nothing was done. */
  CONNECTION_RESET("connection-reset");

  private final String word;

  Fault(String word) {
    this.word = word;
  }

  /**
   * The fault of that name.
   *
   * @throws IllegalArgumentException naming those that exist
   */
  public static Fault of(String word) {
    return Arrays.stream(values())
        .filter(fault -> fault.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'fault' must be one of "
                        + Arrays.stream(values()).map(f -> f.word).collect(Collectors.joining(", "))
                        + " for an AWS service"));
  }
}
