package dev.musubi.local.world.scheduler;

/** A call that EventBridge Scheduler refuses, with its error code and message. */
public final class ScheduleRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as the API's error codes tell it. */
  public enum Code {
    /** The request is malformed. */
    VALIDATION("ValidationException", 400),
    /** The name is taken. */
    CONFLICT("ConflictException", 409),
    /** There is no such schedule or group. */
    NOT_FOUND("ResourceNotFoundException", 404);

    private final String awsName;
    private final int status;

    Code(String awsName, int status) {
      this.awsName = awsName;
      this.status = status;
    }

    /** The code's name on the wire. */
    public String awsName() {
      return awsName;
    }

    /** The HTTP status that goes with it. */
    public int status() {
      return status;
    }
  }

  private final Code code;

  ScheduleRefused(Code code, String message) {
    super(message);
    this.code = code;
  }

  static ScheduleRefused validation(String message) {
    return new ScheduleRefused(Code.VALIDATION, message);
  }

  /** Which of the API's errors it is. */
  public Code code() {
    return code;
  }
}
