package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.shop.UnknownName;
import java.util.Arrays;

/** What can go wrong with a call of the Admin GraphQL API, with the name it is asked for by. */
public enum Fault {
  /** HTTP 429 with {@code Retry-After}. */
  TOO_MANY_REQUESTS("429"),
  SERVER_ERROR("500"),
  /** Nothing is done and no answer comes. */
  TIMEOUT("timeout"),
  /** It is done and no answer comes. */
  TIMEOUT_AFTER_ACCEPT("timeout-after-accept"),
  /** Nothing is done and the connection is torn down. */
  CONNECTION_RESET("connection-reset"),
  /** HTTP 200 with the error {@code THROTTLED}. */
  THROTTLE("throttle");

  private final String label;

  Fault(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Fault named(String label) {
    return Arrays.stream(values())
        .filter(fault -> fault.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownName(
                    "fault", label, Arrays.stream(values()).map(Fault::label).toList()));
  }
}
