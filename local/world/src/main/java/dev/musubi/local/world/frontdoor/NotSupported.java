package dev.musubi.local.world.frontdoor;

/** A call that the local world does not take part in; the code is an AWS error's name. */
final class NotSupported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  NotSupported(String code, String message) {
    super(message);
    this.code = code;
  }

  static NotSupported operation(String service, String operation) {
    return new NotSupported(
        "UnknownOperationException",
        "The local world does not know %s:%s.".formatted(service, operation));
  }

  String code() {
    return code;
  }
}
