package dev.musubi.local.world.parameters;

/** A call that SSM's Parameter Store refuses, with its error code. */
public final class ParameterRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** A refusal with AWS's code for it. */
  public ParameterRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The error's name on the wire, for example {@code ParameterNotFound}. */
  public String code() {
    return code;
  }
}
